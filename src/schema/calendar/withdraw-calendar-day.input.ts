import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { LocalDate } from '../scalars.js';

/** A declared day that is taken back. */
@InputType('WithdrawCalendarDayInput', {
  description: 'A declared day that is taken back: the state or the weekday decides again (Q-16).',
})
export class WithdrawCalendarDayInput extends CommandFields {
  @Field(() => ID, { nullable: true, description: "The estate that declared it; the company's where nothing is said." })
  estateId?: string | null;

  @Field(() => LocalDate, { description: 'The day, today or ahead.' })
  day!: string;
}
