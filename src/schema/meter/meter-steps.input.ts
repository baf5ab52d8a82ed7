import { Field, ID, InputType, Int } from 'type-graphql';
import type { MeterKind, ReadingVerdict } from '../../domain/meter/meter-words.js';
import { CommandFields } from '../command-fields.js';
import { Decimal, LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';
import { MeterKindEnum, ReadingVerdictEnum } from './meter.enums.js';

/** What is said of a meter that is hung. */
@InputType({ description: 'What is said of a meter that is hung.' })
abstract class HungMeterFields extends CommandFields {
  @TextField({ max: 40, description: 'The number on it: 1 to 30 letters, digits and hyphens.' })
  serial!: string;

  @Field(() => Int, { description: 'Whole digits of its register, 3 to 9: where it goes back to zero.' })
  digits!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'What it shows is multiplied by it, 1 to 10000; 1 where nothing is said.',
  })
  factor?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is prepaid; no where nothing is said.' })
  prepaid?: boolean | null;

  @Field(() => Decimal, { description: 'What it shows when it is hung (底数), with at most three decimals.' })
  value!: string;
}

/** A meter that is hung. */
@InputType('InstallMeterInput', { description: 'A meter that is hung in a unit, or in common parts.' })
export class InstallMeterInput extends HungMeterFields {
  @Field(() => ID, { description: 'The estate.' })
  estateId!: string;

  @Field(() => ID, { nullable: true, description: 'The unit; a meter of common parts where none is named.' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The building whose common parts it counts for; not beside a unit.' })
  buildingId?: string | null;

  @Field(() => MeterKindEnum, { description: 'What it counts.' })
  kind!: MeterKind;

  @Field(() => LocalDate, { nullable: true, description: 'At the end of this day; today where nothing is said.' })
  installedOn?: string | null;
}

/** A meter in the place of another. */
@InputType('ReplaceMeterInput', { description: 'A meter in the place of another.' })
export class ReplaceMeterInput extends HungMeterFields {
  @Field(() => ID, { description: 'The meter that is taken away.' })
  meterId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;

  @Field(() => Decimal, { description: 'The last that the old one showed.' })
  removedValue!: string;

  @Field(() => LocalDate, { nullable: true, description: 'On this day; today where nothing is said.' })
  replacedOn?: string | null;
}

/** A meter that is taken away. */
@InputType('RemoveMeterInput', { description: 'A meter that is taken away.' })
export class RemoveMeterInput extends CommandFields {
  @Field(() => ID, { description: 'The meter.' })
  meterId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;

  @Field(() => Decimal, { description: 'The last that it showed.' })
  value!: string;

  @Field(() => LocalDate, { nullable: true, description: 'On this day; today where nothing is said.' })
  removedOn?: string | null;
}

/** What is decided on a reading that was held. */
@InputType('DecideMeterReadingInput', { description: 'What is decided on a reading that was held.' })
export class DecideMeterReadingInput extends CommandFields {
  @Field(() => ID, { description: 'The reading.' })
  readingId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;

  @Field(() => ReadingVerdictEnum, { description: 'Whether it counts.' })
  verdict!: ReadingVerdict;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the register has gone back to zero since the reading before; no where nothing is said.',
  })
  rolledOver?: boolean | null;
}
