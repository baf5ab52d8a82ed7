import { registerEnumType } from 'type-graphql';
import { SKIP_REASONS } from '../../domain/billing/bill-unit.js';
import { TARIFF_BASES, TARIFF_PAYERS } from '../../domain/billing/tariff.js';
import { RUN_STAGES } from '../../domain/run-life.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of TariffBasis. */
export const TariffBasisEnum = enumOf(TARIFF_BASES);
registerEnumType(TariffBasisEnum, {
  name: 'TariffBasis',
  description: 'What an amount is counted by.',
  valuesConfig: {
    PER_AREA: { description: 'By the square metres of the charge area, each month (按面积).' },
    PER_UNIT: { description: 'The same for each unit, each month (按户 / 定额).' },
    METERED: { description: 'By what a meter has counted in the month (按表计量).' },
    APPORTIONED: { description: 'A share, by area, of what the common parts have cost in the month (公摊).' },
  },
});

/** The GraphQL enum of TariffPayer. */
export const TariffPayerEnum = enumOf(TARIFF_PAYERS);
registerEnumType(TariffPayerEnum, {
  name: 'TariffPayer',
  description: 'Who is charged (Q-31).',
  valuesConfig: {
    OWNER: { description: 'Who owns the unit.' },
    OCCUPIER: { description: 'Its tenant or else occupant; the owner where there is none.' },
  },
});

/** The GraphQL enum of BillRunStage. */
export const BillRunStageEnum = enumOf(RUN_STAGES);
registerEnumType(BillRunStageEnum, {
  name: 'BillRunStage',
  description: 'Where a bill run stands.',
  valuesConfig: {
    PREVIEWING: { description: 'Units are gone through and counted; nobody is charged.' },
    PREVIEWED: { description: 'All are counted; it waits to be confirmed or called off.' },
    RUNNING: { description: 'Units are charged.' },
    DONE: { description: 'All units were dealt with.' },
    CANCELLED: { description: 'Called off; nobody was charged.' },
  },
});

/** The GraphQL enum of SkipReason. */
export const SkipReasonEnum = enumOf(SKIP_REASONS);
registerEnumType(SkipReasonEnum, {
  name: 'BillSkipReason',
  description: 'Why a unit is not charged by a tariff for a month.',
  valuesConfig: {
    ALREADY_BILLED: { description: 'It was charged by it for that month.' },
    NO_AREA: { description: 'Its charge area is not known.' },
    NO_READING: { description: 'A reading of its meter is missing: before the month, or in it.' },
    NO_COST: { description: 'Nobody has entered what the common parts have cost.' },
    NO_PAYER: { description: 'Nobody is there to pay on any day of the month.' },
    PAYER_ERASED: { description: 'The data of a payer were erased.' },
    FREE: { description: 'There is nothing to pay in its state, or it comes to less than half a minor unit.' },
    READING_HELD: { description: 'The last reading of its meter waits for a person (R-FEE-07).' },
    PREPAID: { description: 'Its meters are prepaid: what went through them was bought (R-FEE-14).' },
  },
});
