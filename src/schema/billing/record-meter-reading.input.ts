import { Field, ID, InputType } from 'type-graphql';
import type { ChargeKind } from '../../domain/charge/charge-kind.js';
import { ChargeKindEnum } from '../charge/charge-kind.enum.js';
import { CommandFields } from '../command-fields.js';
import { Decimal, LocalDate } from '../scalars.js';

/** What a meter showed. */
@InputType({ description: 'What a meter of a unit showed.' })
export class RecordMeterReadingInput extends CommandFields {
  @Field(() => ID, { description: 'The unit.' })
  unitId!: string;

  @Field(() => ChargeKindEnum, { description: 'What it counts: WATER or ELECTRICITY.' })
  kind!: ChargeKind;

  @Field(() => Decimal, { description: 'Cubic metres or kilowatt-hours, with at most three decimals.' })
  value!: string;

  @Field(() => LocalDate, { nullable: true, description: 'At the end of this day; today where nothing is said.' })
  readOn?: string | null;
}
