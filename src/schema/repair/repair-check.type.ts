import { Field, ObjectType } from 'type-graphql';
import type { CheckState } from '../../domain/repair/spot-check.js';
import { DateTime, LocalDate } from '../scalars.js';
import { CheckStateEnum } from './check-state.enum.js';

/** A spot-check of a finished repair; order and checker are fields of the resolver. */
@ObjectType('RepairCheck', {
  simpleResolvers: true,
  description: 'A spot-check of a finished repair (维修单抽查, R-RPR-19). Staff only.',
})
export class RepairCheckType {
  @Field(() => LocalDate, { description: 'The day that it was drawn from, or on which somebody chose the order.' })
  day!: string;

  @Field(() => Boolean, { description: 'Whether the product drew it; else the checker chose it.' })
  drawn!: boolean;

  @Field(() => CheckStateEnum, { description: 'How it stands.' })
  state!: CheckState;

  @Field(() => Boolean, { nullable: true, description: 'Whether the order is filled in whole; null while OPEN.' })
  complete!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it tells what was done; null while OPEN.' })
  accurate!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether somebody came as required; null while OPEN.' })
  arrivedAsRequired!: boolean | null;

  @Field(() => String, { nullable: true, description: 'What was found.' })
  finding!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was checked; null while OPEN.' })
  checkedAt!: Date | null;
}
