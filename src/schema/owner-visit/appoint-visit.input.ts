import { Field, InputType } from 'type-graphql';
import { DateTime } from '../scalars.js';
import { WhichVisitInput } from './which-visit.input.js';

/** What was agreed with a household. */
@InputType('AppointVisitInput', { description: 'What was agreed with a household (R-VIS-10).' })
export class AppointVisitInput extends WhichVisitInput {
  @Field(() => DateTime, {
    description:
      'The agreed time: ahead, within 92 days, and outside the quiet hours of the mode (R-VIS-11, D-03, P-02).',
  })
  at!: Date;
}
