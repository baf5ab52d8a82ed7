import { Field, ObjectType } from 'type-graphql';
import { LocalDate } from '../scalars.js';

/** A statement; its sums and lines are fields of the resolver. */
@ObjectType('AccountStatement', {
  simpleResolvers: true,
  description:
    'What was charged, paid and changed otherwise over some days (对账单): of a payer over all units, or of a unit (收费台账, R-FEE-11).',
})
export class AccountStatementType {
  @Field(() => LocalDate, { description: 'The first day of the books that it covers.' })
  fromDay!: string;

  @Field(() => LocalDate, { description: 'The first day of the books that it no longer covers.' })
  untilDay!: string;
}
