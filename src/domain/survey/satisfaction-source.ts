/** Where customers say how satisfied they are; figures of different sources are never merged. @rule R-SAT-06 */
export const SATISFACTION_SOURCES = ['SURVEY', 'CALLBACK', 'VISIT'] as const;
export type SatisfactionSource = (typeof SATISFACTION_SOURCES)[number];

/** What figures are broken down by. */
export const SATISFACTION_BREAKDOWNS = ['COMPANY', 'ESTATE', 'BUILDING', 'STEWARD', 'MODE'] as const;
export type SatisfactionBreakdown = (typeof SATISFACTION_BREAKDOWNS)[number];

/** The figure over all dimensions, or on the whole where customers are asked for no dimension. */
export const OVERALL = 'OVERALL';

/** What a stored result of a survey is about. */
export const RESULT_SCOPES = ['ESTATE', 'MODE', 'STEWARD', 'BUILDING'] as const;
export type ResultScope = (typeof RESULT_SCOPES)[number];
