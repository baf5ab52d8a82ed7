import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate } from '../scalars.js';

/** A month of the programme; progress and estate are fields of the resolver. */
@ObjectType('VisitMonth', {
  simpleResolvers: true,
  description: 'What an estate owes in a month, as it stood at its start, and what was drawn for it (R-VIS-05, D-28).',
})
export class VisitMonthType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => LocalDate, { description: 'Its first day.' })
  month!: string;

  @Field(() => Int, { description: 'Households at its start; they choose the band (Q-04).' })
  households!: number;

  @Field(() => Int, { description: 'Occupied households at its start.' })
  occupied!: number;

  @Field(() => Int, { description: 'Percentage of the band (R-VIS-05 to R-VIS-08, P-29).' })
  percent!: number;

  @Field(() => Int, {
    description:
      'Households to visit: the share rounded up, or the personal minimums together where they are more (R-VIS-32, Q-38).',
  })
  required!: number;

  @Field(() => Int, { description: 'Of them by the service centre manager (R-VIS-03, P-07).' })
  byManager!: number;

  @Field(() => Int, { description: 'Of them by the supervisor (R-VIS-04, P-07).' })
  bySupervisor!: number;

  @Field(() => Int, { description: 'Households drawn before, and still to be visited when it began.' })
  carried!: number;

  @Field(() => Int, { description: 'Households drawn in it.' })
  drawn!: number;

  @Field(() => DateTime, { description: 'When it was first drawn.' })
  drawnAt!: Date;

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number;
}
