import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { TextField } from '../text-field.js';

/** A summary that is approved. */
@InputType('ApproveVisitSummaryInput', {
  description: 'A summary of visits that is approved, never by its author (R-VIS-20, R-ORG-68).',
})
export class ApproveVisitSummaryInput extends CommandFields {
  @Field(() => ID, { description: 'The summary.' })
  summaryId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;

  @TextField({ max: 4000, multiline: true, description: 'What is to be done.' })
  measures!: string;

  @TextField({
    nullable: true,
    max: 4000,
    multiline: true,
    description: 'What goes beyond the centre, with a proposal: head office then owes an answer (R-VIS-20, Q-27).',
  })
  escalation?: string | null;
}
