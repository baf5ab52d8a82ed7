import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { HandoverState } from '../../domain/handover/handover-state.js';
import { DateTime } from '../scalars.js';
import { HandoverStateEnum } from './handover-state.enum.js';

/** Which sheets. */
@InputType('HandoverSheetFilter', {
  description: 'Which sheets; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class HandoverSheetFilterInput {
  @Field(() => [ID], { nullable: true, description: 'On these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => [HandoverStateEnum], { nullable: true, description: 'In one of these states.' })
  states?: HandoverState[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this cashier.' })
  cashierId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: the count is not what the books say; false: it is.' })
  different?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'Filled in at this instant or later.' })
  filledFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Filled in before this instant.' })
  filledBefore?: Date | null;
}
