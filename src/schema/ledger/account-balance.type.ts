import { Field, ObjectType } from 'type-graphql';
import { LocalDate } from '../scalars.js';

/** What is owed and paid ahead at the end of a day; the amounts are fields of the resolver. */
@ObjectType('AccountBalance', {
  simpleResolvers: true,
  description: 'What is owed and what was paid ahead at the end of a day (欠费 / 预存余额), in one currency.',
})
export class AccountBalanceType {
  @Field(() => LocalDate, { description: 'The day.' })
  on!: string;
}
