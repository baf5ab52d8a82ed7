/** CORRECTIVE: what went wrong is put right and kept from coming again. PREVENTIVE: what could go wrong is kept from coming. @rule R-SAT-04 */
export const CORRECTIVE_ACTION_KINDS = ['CORRECTIVE', 'PREVENTIVE'] as const;
export type CorrectiveActionKind = (typeof CORRECTIVE_ACTION_KINDS)[number];
