import { Field, InputType } from 'type-graphql';
import type { UnitStateKind } from '../../domain/place/unit-state.js';
import type { UnitUse } from '../../domain/place/unit-use.js';
import { Decimal, LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';
import { UnitStateEnum } from './unit-state.enum.js';
import { UnitUseEnum } from './unit-use.enum.js';

/** One of several units to be created. */
@InputType('NewUnitInput', { description: 'One of several units to be created.' })
export class NewUnitInput {
  @TextField({ max: 64, description: 'Code, unique within the building.' })
  code!: string;

  @Field(() => UnitUseEnum, { description: 'What it is used as.' })
  use!: UnitUse;

  @Field(() => Decimal, {
    description:
      'Area that area-based charges are counted by, in square metres with at most three decimals; above 0, below 1,000,000.',
    nullable: true,
  })
  chargeArea?: string | null;

  @Field(() => UnitStateEnum, {
    description: 'Its first state, where it is known; with `stateFromDay` (D-28).',
    nullable: true,
  })
  state?: UnitStateKind | null;

  @Field(() => LocalDate, {
    description: 'First day of `state`, in the zone of the estate; 1900 to thirty years ahead.',
    nullable: true,
  })
  stateFromDay?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'When the developer delivered it (D-05), where it is known; 1900 to today.',
  })
  deliveredOn?: string | null;
}
