import { Field, InputType } from 'type-graphql';
import type { CallbackMode, CallbackOutcome, Satisfaction } from '../../domain/callback/callback-answer.js';
import { TextField } from '../text-field.js';
import { TicketStepInput } from '../ticket/ticket-step.input.js';
import { CallbackModeEnum } from './callback-mode.enum.js';
import { CallbackOutcomeEnum } from './callback-outcome.enum.js';
import { SatisfactionEnum } from './satisfaction.enum.js';

/** A try to call a customer back. */
@InputType('RecordCallbackInput', { description: 'A try to call a customer back about a ticket (R-CBK-01, D-12).' })
export class RecordCallbackInput extends TicketStepInput {
  @Field(() => CallbackModeEnum, { description: 'How.' })
  mode!: CallbackMode;

  @Field(() => CallbackOutcomeEnum, { description: 'How it ended.' })
  outcome!: CallbackOutcome;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the matter is solved: given when the customer was reached, and only then. False reopens.',
  })
  solved?: boolean | null;

  @Field(() => SatisfactionEnum, {
    nullable: true,
    description:
      'How satisfied the customer is: given when the customer was reached, and only then. The last two levels reopen.',
  })
  satisfaction?: Satisfaction | null;

  @TextField({ nullable: true, multiline: true, max: 2000, description: 'What the customer said.' })
  answer?: string | null;

  @TextField({
    nullable: true,
    max: 500,
    description: 'Why it took place in quiet hours, where it did (D-03, P-02).',
  })
  quietHoursReason?: string | null;
}
