import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { UnitStateKind } from '../../domain/place/unit-state.js';
import type { UnitUse } from '../../domain/place/unit-use.js';
import { LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';
import { UnitStateEnum } from './unit-state.enum.js';
import { UnitUseEnum } from './unit-use.enum.js';

/** Which units a list shows. */
@InputType('UnitFilter', {
  description: 'Which units a list shows; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class UnitFilterInput {
  @Field(() => [ID], { description: 'Only units of these estates.', nullable: true })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => [ID], { description: 'Only units of these buildings.', nullable: true })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  buildingIds?: string[] | null;

  @Field(() => [UnitUseEnum], { description: 'Only these uses.', nullable: true })
  @IsOptional()
  @ArrayMaxSize(20, { message: 'must have at most 20 items' })
  uses?: UnitUse[] | null;

  @TextField({ max: 100, nullable: true, description: 'Only units whose code begins so.' })
  codePrefix?: string | null;

  @Field(() => [UnitStateEnum], {
    description: 'Only units in one of these states on the day `statesOn` (D-28).',
    nullable: true,
  })
  @IsOptional()
  @ArrayMaxSize(20, { message: 'must have at most 20 items' })
  states?: UnitStateKind[] | null;

  @Field(() => LocalDate, {
    description: "Day of `states`; today in the estate's zone where nothing is said.",
    nullable: true,
  })
  statesOn?: string | null;
}
