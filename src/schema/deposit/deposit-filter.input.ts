import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { DepositKind } from '../../domain/deposit/deposit-kind.js';
import type { DepositState } from '../../domain/deposit/deposit-stage.js';
import { LocalDate } from '../scalars.js';
import { DepositKindEnum } from './deposit-kind.enum.js';
import { DepositStateEnum } from './deposit-state.enum.js';

/** Which deposits. */
@InputType('DepositFilter', {
  description: 'Which deposits; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class DepositFilterInput {
  @Field(() => [ID], { nullable: true, description: 'On these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => [DepositKindEnum], { nullable: true, description: 'Of these kinds.' })
  kinds?: DepositKind[] | null;

  @Field(() => [DepositStateEnum], { nullable: true, description: 'Standing so today.' })
  states?: DepositState[] | null;

  @Field(() => ID, { nullable: true, description: 'Given by this customer.' })
  payerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For this unit.' })
  unitId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'To be refunded before this day, and not refunded yet.' })
  refundBefore?: string | null;
}
