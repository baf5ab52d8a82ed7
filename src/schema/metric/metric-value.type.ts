import { Field, ID, Int, ObjectType } from 'type-graphql';

/** A figure; all that follows from its sums is a field of the resolver. */
@ObjectType('MetricValue', { description: 'A metric over estates and days: a value with what it is made of.' })
export class MetricValueType {
  @Field(() => String, { nullable: true, description: 'Which part of the own dimension it is of; null: the whole.' })
  segment!: string | null;
}

/** Why items were left out. */
@ObjectType('MetricExclusion', {
  simpleResolvers: true,
  description: 'Items that were left out for one reason (R-MET-06).',
})
export class MetricExclusionType {
  @Field(() => String, { description: 'The reason in one word: `MERGED`, `CANCELLED` …' })
  reason!: string;

  @Field(() => String, { description: 'The reason in a sentence.' })
  meaning!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

/** One item behind a figure; its edges are fields of the resolver. */
@ObjectType('MetricRow', { description: 'One item behind a figure, or what has changed about one.' })
export class MetricRowType {
  @Field(() => ID, { description: 'The id of the item.' })
  subjectId!: string;
}
