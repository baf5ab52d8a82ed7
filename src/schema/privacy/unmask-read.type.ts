import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../connection.js';
import { DateTime, LocalDate } from '../scalars.js';

/** What was read under a grant on a day; whom it was about are fields of the resolver. */
@ObjectType('UnmaskRead', {
  description: 'That somebody was read whole under a grant on a day: one row a grant, subject and day (R-ORG-78).',
})
export class UnmaskReadType {
  @Field(() => LocalDate, { description: "The day, in the estate's time zone." })
  day!: string;

  @Field(() => Int, { description: 'How many operations of that day read it.' })
  operations!: number;

  @Field(() => DateTime, { description: 'The first of them.' })
  firstAt!: Date;

  @Field(() => DateTime, { description: 'The last of them.' })
  lastAt!: Date;
}

/** A page of a list of UnmaskRead. */
export const UnmaskReadConnection = connectionOf<UnmaskReadType>('UnmaskRead', () => UnmaskReadType);
