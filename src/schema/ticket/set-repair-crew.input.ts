import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { TicketStepInput } from './ticket-step.input.js';

const MOST_CREW = 10;

/** Who helps the technician. */
@InputType({ description: 'Who helps the technician on the visit under way, or on the next one (R-RPR-02).' })
export class SetRepairCrewInput extends TicketStepInput {
  @Field(() => [ID], {
    description: `All who help, in place of those named before; members of Engineering, at most ${MOST_CREW}.`,
  })
  @ArrayMaxSize(MOST_CREW, { message: `must have at most ${MOST_CREW} ids` })
  crewIds!: string[];
}
