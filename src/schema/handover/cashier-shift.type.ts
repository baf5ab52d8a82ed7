import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars.js';

/** The own shift as it runs; sums and lines are fields of the resolver. */
@ObjectType('CashierShift', {
  simpleResolvers: true,
  description: 'What the viewer has taken and written on an estate since the last sheet (当班收款).',
})
export class CashierShiftType {
  @Field(() => DateTime, {
    nullable: true,
    description: 'By when it is to be on a sheet (R-CSH-01); null where nothing is owed.',
  })
  dueAt!: Date | null;

  @Field(() => Int, { description: 'Vouchers and spoiled sheets since the last sheet.' })
  receipts!: number;
}
