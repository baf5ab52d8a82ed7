import { Field, Int, ObjectType } from 'type-graphql';

/** What is open of a charge; the charge and the amount are fields of the resolver. */
@ObjectType('OpenItem', { simpleResolvers: true, description: 'What was open of a charge at the end of a day.' })
export class OpenItemType {
  @Field(() => Int, { description: 'How many days the deadline had passed; 0 while it was not due.' })
  daysOverdue!: number;
}
