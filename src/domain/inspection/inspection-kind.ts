/** VERIFICATION: customers of a drawn sample are asked whether what the records say is so. ON_SITE: somebody goes and looks. @rule R-ESC-05 */
export const INSPECTION_KINDS = ['VERIFICATION', 'ON_SITE'] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];

/** What is looked at: something that was recorded, or a point of a checklist. */
export const INSPECTED_KINDS = ['REPAIR', 'COMPLAINT', 'OWNER_VISIT', 'CHECKLIST'] as const;
export type InspectedKind = (typeof INSPECTED_KINDS)[number];

/**
 * What a look at something gave. TRUE_TO_RECORD: the customer says what the record says. FALSE: the customer does not.
 * NOT_REACHED: nobody could be asked. PASSED, FAILED, NOT_APPLICABLE: of points of a checklist.
 */
export const INSPECTION_OUTCOMES = [
  'TRUE_TO_RECORD',
  'FALSE',
  'NOT_REACHED',
  'PASSED',
  'FAILED',
  'NOT_APPLICABLE',
] as const;
export type InspectionOutcome = (typeof INSPECTION_OUTCOMES)[number];

/** What is wrong. @rule D-27 */
export const FINDING_CATEGORIES = [
  'FALSE_CALLBACK',
  'FALSE_CLOSURE',
  'FALSE_VISIT',
  'RECORDS',
  'SERVICE',
  'SITE',
  'SAFETY',
] as const;
export type FindingCategory = (typeof FINDING_CATEGORIES)[number];
