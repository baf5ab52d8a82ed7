import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { TariffBasis, TariffPayer } from '../../domain/billing/tariff.js';
import type { ChargeKind } from '../../domain/charge/charge-kind.js';
import type { UnitUse } from '../../domain/place/unit-use.js';
import { ChargeKindEnum } from '../charge/charge-kind.enum.js';
import { UnitUseEnum } from '../place/unit-use.enum.js';
import { LocalDate } from '../scalars.js';
import { TariffBasisEnum, TariffPayerEnum } from './billing.enums.js';

/** A standard of charges; its rate and estate are fields of the resolver. */
@ObjectType('Tariff', {
  simpleResolvers: true,
  description: 'A standard by which units of an estate are charged (收费标准, R-FEE-08), from a month on.',
})
export class TariffType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Its code, the same through all versions: `PF-HOME`.' })
  code!: string;

  @Field(() => ChargeKindEnum, { description: 'What it charges for.' })
  kind!: ChargeKind;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => TariffBasisEnum, { description: 'What the amount is counted by.' })
  basis!: TariffBasis;

  @Field(() => [UnitUseEnum], { description: 'Units of these uses are charged by it.' })
  uses!: readonly UnitUse[];

  @Field(() => TariffPayerEnum, { description: 'Who is charged.' })
  payer!: TariffPayer;

  @Field(() => Int, {
    description:
      'What a unit is charged of the whole, in percent, while it is vacant on the first day of the month; of a share, the weight of its area.',
  })
  vacantPercent!: number;

  @Field(() => Int, { description: 'The same while it is not taken over.' })
  notTakenOverPercent!: number;

  @Field(() => Int, {
    description: 'From so many months billed at once `advancePercent` is let off; 0: nothing ever is.',
  })
  advanceMonths!: number;

  @Field(() => Int, { description: 'How much is let off then, in percent.' })
  advancePercent!: number;

  @Field(() => Int, { description: 'The day of the month of the deadline.' })
  dueDayOfMonth!: number;

  @Field(() => Int, { description: 'How many months after the month of the charge the deadline lies.' })
  dueMonthOffset!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The number under which the price authority approved or filed it (R-FEE-08).',
  })
  authority!: string | null;

  @Field(() => LocalDate, { description: 'The first day on which it holds, the first of a month.' })
  fromDay!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The first day on which it holds no longer; null: no end.' })
  untilDay!: string | null;

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number;
}
