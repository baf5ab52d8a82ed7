/** What somebody else found of a report that an action is done. HELD: it holds. REOPENED: it is to be done again. @rule R-ORG-25 */
export const REPORT_VERDICTS = ['HELD', 'REOPENED'] as const;
export type ReportVerdict = (typeof REPORT_VERDICTS)[number];
