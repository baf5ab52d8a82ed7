import { Field, ObjectType } from 'type-graphql';

/** What staff see of how a visit kept to the rules. */
@ObjectType('VisitFlags', {
  simpleResolvers: true,
  description: 'How a visit kept to the rules: what happened is recorded and counted, never refused (D-03, D-04).',
})
export class VisitFlagsType {
  @Field(() => Boolean, { description: 'It counts for the quota of the estate (R-VIS-05, D-04, Q-34).' })
  counts!: boolean;

  @Field(() => Boolean, { description: 'It began in quiet hours of its mode (R-VIS-11, D-03, P-02).' })
  inQuietHours!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it did, where that was said.' })
  quietHoursReason!: string | null;

  @Field(() => Boolean, { description: 'A home visit that nobody had agreed (R-VIS-10).' })
  unannounced!: boolean;

  @Field(() => Boolean, { description: 'The household had been visited in the cycle already (R-VIS-09).' })
  repeated!: boolean;

  @Field(() => Boolean, { description: 'By somebody of another post than those that visit (R-VIS-23, P-07).' })
  byOtherPost!: boolean;
}
