import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { UndeliverableReason } from '../../domain/survey/undeliverable.js';
import { DateTime } from '../scalars.js';
import { UndeliverableReasonEnum } from './undeliverable-reason.enum.js';

/** The form of one household. */
@ObjectType('SurveyForm', {
  simpleResolvers: true,
  description: 'The form of one household in a round. It does not say whether the household has answered (D-29).',
})
export class SurveyFormType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it went out.' })
  issuedAt!: Date;

  @Field(() => UndeliverableReasonEnum, {
    nullable: true,
    description: 'Why it did not reach its household; null when nothing speaks against it.',
  })
  undeliverable!: UndeliverableReason | null;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}
