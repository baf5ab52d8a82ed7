/**
 * How a form came back. LINK: through the link of the household. APP: by a resident who is signed in. PAPER: on paper, typed
 * in by staff. TELEPHONE: asked on the telephone by staff. IMPORT: on paper, brought in by a file.
 */
export const SURVEY_MODES = ['LINK', 'APP', 'PAPER', 'TELEPHONE', 'IMPORT'] as const;
export type SurveyMode = (typeof SURVEY_MODES)[number];

/** In which staff enter what a household said. @rule D-29 */
export const MODES_OF_STAFF = ['PAPER', 'TELEPHONE'] as const;
export type ModeOfStaff = (typeof MODES_OF_STAFF)[number];

/** Whether the company has entered it, by hand or from a file: that share is shown beside every score. @rule D-29 */
export const isByStaff = (mode: SurveyMode): boolean => mode === 'PAPER' || mode === 'TELEPHONE' || mode === 'IMPORT';

/** Whether it counts as a form returned, and in the score: an interview on the telephone stands beside both. @rule R-SAT-06 */
export const isInQuota = (mode: SurveyMode): boolean => mode !== 'TELEPHONE';
