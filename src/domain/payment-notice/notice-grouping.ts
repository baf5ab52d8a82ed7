/** A notice for each payer and unit, or one for each payer over all units. */
export const NOTICE_GROUPINGS = ['PER_UNIT', 'PER_PAYER'] as const;
export type NoticeGrouping = (typeof NOTICE_GROUPINGS)[number];
