import { Field, ObjectType } from 'type-graphql';
import type { ConsentMode } from '../../domain/consent/consent-mode.js';
import { ConsentModeEnum } from '../consent/consent-mode.enum.js';
import type { Consent } from '../../domain/service/service-terms.js';
import { MoneyType } from '../money/money.type.js';
import { DateTime } from '../scalars.js';
import { ServiceConsentEnum } from './service-consent.enum.js';

/** On what terms a service is performed. */
@ObjectType('ServiceTerms', {
  simpleResolvers: true,
  description: 'What a service costs, and whether the customer agrees (R-DSP-13).',
})
export class ServiceTermsType {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it costs something (有偿); null until somebody has said so.',
  })
  chargeable!: boolean | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: 'The price that was named; null for what is free or not named.',
  })
  price!: MoneyType | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was last named.' })
  quotedAt!: Date | null;

  @Field(() => ServiceConsentEnum, {
    nullable: true,
    description: 'What the customer said to it; null while nothing is said.',
  })
  consent!: Consent | null;

  @Field(() => ConsentModeEnum, { nullable: true, description: 'How the customer said so.' })
  consentMode!: ConsentMode | null;

  @Field(() => DateTime, { nullable: true, description: 'When the customer said so.' })
  consentedAt!: Date | null;
}
