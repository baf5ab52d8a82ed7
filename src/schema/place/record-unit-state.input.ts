import { Field, ID, InputType } from 'type-graphql';
import type { UnitStateKind } from '../../domain/place/unit-state.js';
import { LocalDate } from '../scalars.js';
import { UnitStateEnum } from './unit-state.enum.js';
import { CommandFields } from '../command-fields.js';

/** The state of a unit from a day on. */
@InputType('RecordUnitStateInput', {
  description: 'The state of a unit from a day on, until its next one (D-28); the same day again corrects it.',
})
export class RecordUnitStateInput extends CommandFields {
  @Field(() => ID, { description: 'The unit.' })
  unitId!: string;

  @Field(() => UnitStateEnum, { description: 'The state.' })
  state!: UnitStateKind;

  @Field(() => LocalDate, { description: "First day of the state in the estate's zone; 1900 to thirty years ahead." })
  fromDay!: string;
}
