/** What head office may need names and telephones for; nothing else is a reason. @rule R-ORG-78 */
export const UNMASK_PURPOSES = [
  'COMPLAINT_REVIEW',
  'QUALITY_CALLBACK',
  'EMERGENCY',
  'LEGAL_CLAIM',
  'LAWFUL_REQUEST',
  'DATA_CORRECTION',
] as const;
export type UnmaskPurpose = (typeof UNMASK_PURPOSES)[number];

/** Whose data a grant opens: named customers, everybody of an estate, or who stands behind one ticket. */
export const UNMASK_SUBJECTS = ['CUSTOMERS', 'ESTATE', 'TICKET'] as const;
export type UnmaskSubject = (typeof UNMASK_SUBJECTS)[number];
