import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';

/** A day that is declared working or free. */
@InputType('DeclareCalendarDayInput', { description: 'A day that is declared working or free (Q-16).' })
export class DeclareCalendarDayInput extends CommandFields {
  @Field(() => ID, { nullable: true, description: 'The estate; all estates of the company where nothing is said.' })
  estateId?: string | null;

  @Field(() => LocalDate, { description: 'The day, today or ahead; at most thirty years.' })
  day!: string;

  @Field(() => Boolean, { description: 'Whether it is a working day.' })
  working!: boolean;

  @TextField({ max: 60, description: 'What the day is called.' })
  name!: string;
}
