import { Field, InputType } from 'type-graphql';
import type { UnfinishedOutcome } from '../../domain/ticket/visit-outcome.js';
import { TextField } from '../text-field.js';
import { UnfinishedOutcomeEnum } from './repair-work.enums.js';
import { TicketStepInput } from './ticket-step.input.js';

/** Ends a visit whose work is not done. */
@InputType({ description: 'Ends a visit whose work is not done (R-RPR-16).' })
export class CarryOverRepairInput extends TicketStepInput {
  @Field(() => UnfinishedOutcomeEnum, { description: 'How it ended (D-05).' })
  outcome!: UnfinishedOutcome;

  @TextField({ max: 1000, multiline: true, description: 'What is still to be done; for staff.' })
  reason!: string;
}
