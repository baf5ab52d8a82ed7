import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime, LocalDate } from '../scalars.js';

/** What the common parts have cost; the amount is a field of the resolver. */
@ObjectType('SharedCost', {
  simpleResolvers: true,
  description: 'What the common parts have cost in a month, shared out by a tariff (公摊费用).',
})
export class SharedCostType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'The tariff that shares it.' })
  tariffCode!: string;

  @Field(() => LocalDate, { description: 'First day of the month.' })
  month!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  recordedAt!: Date;
}
