/**
 * When a rule raises. THRESHOLD: the figure of a period lies beyond a bound. STREAK: so it does in several periods on end.
 * TREND: it goes the wrong way from each of several periods to the next. @rule R-ESC-05
 */
export const ALERT_CONDITIONS = ['THRESHOLD', 'STREAK', 'TREND'] as const;
export type AlertCondition = (typeof ALERT_CONDITIONS)[number];

/** Which way is wrong. */
export const ALERT_DIRECTIONS = ['ABOVE', 'BELOW'] as const;
export type AlertDirection = (typeof ALERT_DIRECTIONS)[number];

/** How long the periods are that figures are looked at in; weeks begin on Mondays. */
export const ALERT_INTERVALS = ['DAY', 'WEEK', 'MONTH'] as const;
export type AlertInterval = (typeof ALERT_INTERVALS)[number];
