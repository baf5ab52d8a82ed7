/**
 * What an action came of. A further kind is a word here, a case in `services/corrective-action/steps/find-source`, a word
 * of the check in a migration, and a description in the schema.
 * @rule R-CMP-20 @rule R-SAT-04 @rule R-VIS-25
 */
export const ACTION_SOURCES = [
  'ESTATE',
  'COMPANY',
  'COMPLAINT',
  'OWNER_VISIT',
  'VISIT_MONTH',
  'VISIT_SUMMARY',
  'SURVEY_ROUND',
  'SURVEY_ESTATE',
  'INSPECTION_FINDING',
] as const;
export type ActionSource = (typeof ACTION_SOURCES)[number];
