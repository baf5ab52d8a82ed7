import { Field, Int, ObjectType } from 'type-graphql';

/** How far a month has come, of the rows as they stand. */
@ObjectType('VisitProgress', {
  simpleResolvers: true,
  description: 'How far a month of the programme has come; callbacks count nowhere (R-CBK-08).',
})
export class VisitProgressType {
  @Field(() => Int, { description: 'Households visited in the month that count for the quota (R-VIS-05).' })
  visited!: number;

  @Field(() => Int, {
    description: "Households that the service centre manager visited, in the estate's programme (R-VIS-03).",
  })
  byManager!: number;

  @Field(() => Int, { description: "Households that the supervisor visited, in the estate's programme (R-VIS-04)." })
  bySupervisor!: number;

  @Field(() => Int, { description: 'Drawn households of the estate that are still to be visited today.' })
  waiting!: number;

  @Field(() => Int, {
    description: 'Visits of the month that were out of turn: repeated, or drawn by nobody (R-VIS-09, D-04).',
  })
  outOfTurn!: number;

  @Field(() => Int, { description: 'Visits of the month that began in quiet hours (R-VIS-11).' })
  inQuietHours!: number;

  @Field(() => Int, { description: 'Home visits of the month that nobody had agreed (R-VIS-10).' })
  unannounced!: number;
}
