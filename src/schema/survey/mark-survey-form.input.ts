import { Field, ID, InputType, Int } from 'type-graphql';
import type { UndeliverableReason } from '../../domain/survey/undeliverable.js';
import { CommandFields } from '../command-fields.js';
import { UndeliverableReasonEnum } from './undeliverable-reason.enum.js';

/** Says whether a form reached its household. */
@InputType({ description: 'Says that a form did not reach its household, or that it has.' })
export class MarkSurveyFormInput extends CommandFields {
  @Field(() => ID, { description: 'The form.' })
  formId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;

  @Field(() => UndeliverableReasonEnum, { nullable: true, description: 'Why it did not; null takes the mark back.' })
  undeliverable?: UndeliverableReason | null;
}
