import { ArrayMaxSize, IsOptional, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { TariffBasis, TariffPayer } from '../../domain/billing/tariff.js';
import type { ChargeKind } from '../../domain/charge/charge-kind.js';
import type { UnitUse } from '../../domain/place/unit-use.js';
import { ChargeKindEnum } from '../charge/charge-kind.enum.js';
import { CommandFields } from '../command-fields.js';
import { UnitUseEnum } from '../place/unit-use.enum.js';
import { Decimal, LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';
import { TariffBasisEnum, TariffPayerEnum } from './billing.enums.js';

/** A standard of charges from a month on. */
@InputType({ description: 'A standard of charges from a month on, in place of the version that its code had.' })
export class SetTariffInput extends CommandFields {
  @Field(() => ID, { description: 'The estate.' })
  estateId!: string;

  @TextField({ max: 20, description: 'Its code: capital letters, digits and hyphens.' })
  code!: string;

  @Field(() => ChargeKindEnum, { description: 'What it charges for.' })
  kind!: ChargeKind;

  @TextField({ max: 60, description: 'What it is called.' })
  name!: string;

  @Field(() => TariffBasisEnum, { description: 'What the amount is counted by.' })
  basis!: TariffBasis;

  @Field(() => [UnitUseEnum], { description: 'Units of these uses are charged by it, at least one.' })
  @ArrayMaxSize(20, { message: 'must have at most 20 items' })
  uses!: UnitUse[];

  @Field(() => Decimal, {
    nullable: true,
    description:
      'What a square metre, a unit, a cubic metre or a kilowatt-hour costs in the currency of the accounts (D-21), with at most four decimals; not for APPORTIONED.',
  })
  rate?: string | null;

  @Field(() => TariffPayerEnum, { description: 'Who is charged.' })
  payer!: TariffPayer;

  @Field(() => Int, { nullable: true, description: 'Percent while a unit is vacant; 100 where nothing is said.' })
  @IsOptional()
  @Min(0, { message: 'must lie between 0 and 100' })
  @Max(100, { message: 'must lie between 0 and 100' })
  vacantPercent?: number | null;

  @Field(() => Int, { nullable: true, description: 'Percent while it is not taken over; 100 where nothing is said.' })
  @IsOptional()
  @Min(0, { message: 'must lie between 0 and 100' })
  @Max(100, { message: 'must lie between 0 and 100' })
  notTakenOverPercent?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'From so many months billed at once `advancePercent` is let off, at most 12; never where nothing is said.',
  })
  @IsOptional()
  @Min(0, { message: 'must lie between 0 and 12' })
  @Max(12, { message: 'must lie between 0 and 12' })
  advanceMonths?: number | null;

  @Field(() => Int, { nullable: true, description: 'How much is let off then, in percent.' })
  @IsOptional()
  @Min(0, { message: 'must lie between 0 and 100' })
  @Max(100, { message: 'must lie between 0 and 100' })
  advancePercent?: number | null;

  @Field(() => Int, { description: 'The day of the month of the deadline, 1 to 28.' })
  @Min(1, { message: 'must lie between 1 and 28' })
  @Max(28, { message: 'must lie between 1 and 28' })
  dueDayOfMonth!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many months after the month of the charge the deadline lies, at most 12; none where nothing is said.',
  })
  @IsOptional()
  @Min(0, { message: 'must lie between 0 and 12' })
  @Max(12, { message: 'must lie between 0 and 12' })
  dueMonthOffset?: number | null;

  @IsOptional()
  @TextField({
    max: 60,
    nullable: true,
    description: 'The number under which the price authority approved or filed it.',
  })
  authority?: string | null;

  @Field(() => LocalDate, { description: 'The first day on which it holds, the first of a month.' })
  fromDay!: string;
}
