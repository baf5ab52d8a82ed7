import { InputType } from 'type-graphql';
import { TicketStepInput } from '../ticket/ticket-step.input.js';

/** That somebody has come. */
@InputType({ description: 'Records that whoever asks has come to somebody who called for help (R-EMG-10).' })
export class ArriveAtHelpCallInput extends TicketStepInput {}
