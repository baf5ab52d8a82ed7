import { Field, InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { VisitStepInput } from './visit-step.input.js';

/** A spot-check of a visit. */
@InputType('CheckVisitInput', { description: 'What a spot-check of a visit found (R-VIS-25).' })
export class CheckVisitInput extends VisitStepInput {
  @Field(() => Boolean, { description: 'The customer confirms the visit.' })
  tookPlace!: boolean;

  @Field(() => Boolean, { description: 'The record says what the customer said.' })
  accurate!: boolean;

  @Field(() => Boolean, { description: 'The visitor wore uniform and work pass (R-VIS-21).' })
  inUniform!: boolean;

  @Field(() => Boolean, { description: 'The talk kept to the work (R-VIS-22).' })
  keptToTheMatter!: boolean;

  @TextField({ nullable: true, max: 2000, multiline: true, description: 'What was found; needed where something was.' })
  finding?: string | null;
}
