import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ConsentMode } from '../../domain/consent/consent-mode.js';
import { ConsentModeEnum } from '../consent/consent-mode.enum.js';
import type { QuotationState } from '../../domain/quotation/consent.js';
import { DateTime } from '../scalars.js';
import { QuotationStateEnum } from './quotation.enums.js';

/** A quotation; lines, sums and who quoted are fields of the resolver. */
@ObjectType('Quotation', {
  simpleResolvers: true,
  description: 'What chargeable work on an order would cost (报价), and what the customer said to it (R-DSP-13).',
})
export class QuotationType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => Int, { description: 'From 1 on each order; a change is another one.' })
  number!: number;

  @Field(() => QuotationStateEnum, { description: 'How it stands.' })
  state!: QuotationState;

  @Field(() => DateTime, { description: 'When it was made.' })
  quotedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the customer answered; null before.' })
  answeredAt!: Date | null;

  @Field(() => ConsentModeEnum, { nullable: true, description: 'How the customer answered; null before.' })
  mode!: ConsentMode | null;
}
