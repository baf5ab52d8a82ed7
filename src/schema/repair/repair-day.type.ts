import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate } from '../scalars.js';

/** The repairs of an estate on one day; the estate is a field of the resolver. */
@ObjectType('RepairDay', {
  simpleResolvers: true,
  description:
    'The repairs of an estate on one local day, counted when it was over and told to the managers (R-RPR-16, R-RPR-17).',
})
export class RepairDayType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => LocalDate, { description: 'The day at the estate.' })
  day!: string;

  @Field(() => Int, { description: 'Orders reported that day.' })
  reported!: number;

  @Field(() => Int, { description: 'Orders whose work was done that day.' })
  completed!: number;

  @Field(() => Int, { description: 'Orders not done at the end of the day, however old.' })
  open!: number;

  @Field(() => Int, {
    description: "Visits that began that day without the customer's consent to the price (R-DSP-13).",
  })
  withoutConsent!: number;

  @Field(() => DateTime, { description: 'When it was counted.' })
  countedAt!: Date;
}
