import { Field, InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { TicketStepInput } from '../ticket/ticket-step.input.js';

/** What a spot-check found. */
@InputType({ description: 'Records what a spot-check of a finished repair found (R-RPR-19).' })
export class CheckRepairInput extends TicketStepInput {
  @Field(() => Boolean, { description: 'Whether the order is filled in whole.' })
  complete!: boolean;

  @Field(() => Boolean, { description: 'Whether it tells what was done.' })
  accurate!: boolean;

  @Field(() => Boolean, { description: 'Whether somebody came as required.' })
  arrivedAsRequired!: boolean;

  @TextField({
    max: 1000,
    multiline: true,
    nullable: true,
    description: 'What was found; needed where there is a fault.',
  })
  finding?: string | null;
}
