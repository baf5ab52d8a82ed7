/** The days of an occupancy, half-open: `untilDay` is the first day that no longer belongs; null while it lasts. */
export interface OccupancyPeriod {
  readonly fromDay: string;
  readonly untilDay: string | null;
}

/** Whether a day belongs to the period. @rule D-30 */
export const holdsOn = (period: OccupancyPeriod, day: string): boolean =>
  period.fromDay <= day && (period.untilDay === null || day < period.untilDay);

/** Whether two periods share a day. */
export const overlap = (a: OccupancyPeriod, b: OccupancyPeriod): boolean =>
  (b.untilDay === null || a.fromDay < b.untilDay) && (a.untilDay === null || b.fromDay < a.untilDay);
