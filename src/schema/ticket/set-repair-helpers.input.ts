import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { TicketStepInput } from './ticket-step.input.js';

const MOST_HELPERS = 10;

/** Who helps the technician. */
@InputType({ description: 'Who helps the technician on the visit under way, or on the next one (R-RPR-02).' })
export class SetRepairHelpersInput extends TicketStepInput {
  @Field(() => [ID], {
    description: `All who help, in place of those named before; members of Engineering, at most ${MOST_HELPERS}.`,
  })
  @ArrayMaxSize(MOST_HELPERS, { message: `must have at most ${MOST_HELPERS} ids` })
  helperIds!: string[];
}
