import { registerEnumType } from 'type-graphql';
import {
  ENTERED_WAYS,
  HOLD_REASONS,
  METER_KINDS,
  READING_STATES,
  READING_VERDICTS,
  READING_WAYS,
} from '../../domain/meter/meter-words.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of MeterKind. */
export const MeterKindEnum = enumOf(METER_KINDS);
registerEnumType(MeterKindEnum, {
  name: 'MeterKind',
  description: 'What a meter counts.',
  valuesConfig: {
    WATER: { description: 'Cubic metres of water (水表).' },
    ELECTRICITY: { description: 'Kilowatt-hours (电表).' },
  },
});

/** The GraphQL enum of ReadingWay. */
export const ReadingWayEnum = enumOf(READING_WAYS);
registerEnumType(ReadingWayEnum, {
  name: 'ReadingWay',
  description: 'How a reading came to be.',
  valuesConfig: {
    INSTALLED: { description: 'What the meter showed when it was hung: where counting begins (底数, R-MIN-06).' },
    READ: { description: 'Read by staff (抄表).' },
    REPORTED: { description: 'Told by who lives there (住户自报).' },
    ESTIMATED: { description: 'By what is usual; the next real reading puts it right (估抄).' },
    REMOVED: { description: 'What it showed when it was taken away (拆表读数).' },
  },
});

/** The GraphQL enum of EnteredWay. */
export const EnteredWayEnum = enumOf(ENTERED_WAYS);
registerEnumType(EnteredWayEnum, {
  name: 'EnteredReadingWay',
  description: 'How a reading comes in while the meter hangs.',
  valuesConfig: {
    READ: { description: 'Read by staff.' },
    REPORTED: { description: 'Told by who lives there.' },
    ESTIMATED: { description: 'The product says it, by what is usual.' },
  },
});

/** The GraphQL enum of ReadingState. */
export const ReadingStateEnum = enumOf(READING_STATES);
registerEnumType(ReadingStateEnum, {
  name: 'ReadingState',
  description: 'What a reading is worth.',
  valuesConfig: {
    ACCEPTED: { description: 'Plausible: it counts.' },
    HELD: { description: 'It waits for a person; nothing is billed by it.' },
    CONFIRMED: { description: 'It was held, and counts.' },
    REJECTED: { description: 'It was held, and does not count.' },
    REPLACED: { description: 'An estimate in whose place a real reading of that day came.' },
  },
});

/** The GraphQL enum of HoldReason. */
export const HoldReasonEnum = enumOf(HOLD_REASONS);
registerEnumType(HoldReasonEnum, {
  name: 'ReadingHoldReason',
  description: 'Why a reading waits for a person.',
  valuesConfig: {
    BACKWARDS: { description: 'It shows less than before, or more than afterwards.' },
    ROLLOVER: { description: 'The register may have gone back to zero, and the use is not plausible.' },
    ABOVE_USUAL: {
      description: 'More than three times what is usual for the days, and more than five of what it counts.',
    },
    ZERO_IN_OCCUPIED: { description: 'Nothing in four weeks or more, where somebody lives or works.' },
  },
});

/** The GraphQL enum of ReadingVerdict. */
export const ReadingVerdictEnum = enumOf(READING_VERDICTS);
registerEnumType(ReadingVerdictEnum, {
  name: 'ReadingVerdict',
  description: 'What a person says of a reading that was held.',
  valuesConfig: {
    CONFIRM: { description: 'It is so, and counts.' },
    REJECT: { description: 'It is not so; the meter is read again.' },
  },
});
