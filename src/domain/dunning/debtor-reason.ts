/**
 * Why a debtor does not pay. ABROAD: resides abroad for long, and is therefore telephoned.
 * @rule R-DUN-02
 */
export const DEBTOR_REASONS = ['ABROAD', 'VACANT', 'DEVELOPER_DEFECT', 'SERVICE', 'DISPUTE', 'HARDSHIP'] as const;
export type DebtorReason = (typeof DEBTOR_REASONS)[number];
