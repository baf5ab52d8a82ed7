import type { ChargeKind } from '../charge/charge-kind.js';

/** What meters count. */
export const METER_KINDS = ['WATER', 'ELECTRICITY'] as const satisfies readonly ChargeKind[];
export type MeterKind = (typeof METER_KINDS)[number];

/** How a reading came to be. */
export const READING_WAYS = ['INSTALLED', 'READ', 'REPORTED', 'ESTIMATED', 'REMOVED'] as const;
export type ReadingWay = (typeof READING_WAYS)[number];

/** How a reading comes in while the meter hangs. */
export const ENTERED_WAYS = ['READ', 'REPORTED', 'ESTIMATED'] as const satisfies readonly ReadingWay[];
export type EnteredWay = (typeof ENTERED_WAYS)[number];

/** What a reading is worth. */
export const READING_STATES = ['ACCEPTED', 'HELD', 'CONFIRMED', 'REJECTED', 'REPLACED'] as const;
export type ReadingState = (typeof READING_STATES)[number];

/** What counts for bills. */
export const COUNTING_STATES: readonly ReadingState[] = ['ACCEPTED', 'CONFIRMED'];

/** Why a reading waits for a person. */
export const HOLD_REASONS = ['BACKWARDS', 'ROLLOVER', 'ABOVE_USUAL', 'ZERO_IN_OCCUPIED'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** What a person says of a reading that waits. */
export const READING_VERDICTS = ['CONFIRM', 'REJECT'] as const;
export type ReadingVerdict = (typeof READING_VERDICTS)[number];
