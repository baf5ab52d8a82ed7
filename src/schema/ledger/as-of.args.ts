import { ArgsType, Field } from 'type-graphql';
import { LocalDate } from '../scalars.js';

/** As of which day an account is asked for. */
@ArgsType()
export class AsOfArgs {
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day of the books that counts; today at the estate where nothing is said.',
  })
  on?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Only what was recorded by the end of this day; all where nothing is said.',
  })
  asKnownOn?: string | null;
}
