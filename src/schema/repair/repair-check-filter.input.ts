import { Field, InputType } from 'type-graphql';
import type { CheckState } from '../../domain/repair/spot-check.js';
import { CheckStateEnum } from './check-state.enum.js';
import { RepairDayFilterInput } from './repair-day-filter.input.js';

/** Which spot-checks. */
@InputType('RepairCheckFilter', { description: 'Which spot-checks; conditions hold together.' })
export class RepairCheckFilterInput extends RepairDayFilterInput {
  @Field(() => [CheckStateEnum], { nullable: true, description: 'That stand so.' })
  states?: CheckState[] | null;
}
