import { subjectEventType } from '../event/subject-event.type.js';

/** An event of inspections; actor, day and inspections are fields of the resolver. */
export const InspectionEventType = subjectEventType('InspectionEvent', {
  description: 'Something that became of an inspection, or of a round of them (R-ESC-05, D-27).',
  type: 'What became of it: `inspection.ANNOUNCED` (the day of a check on site), `.PUBLISHED`; for whoever carries inspections out, of all that were planned at once, `inspectionRound.PLANNED`, `.CHECKED` (something was looked at), `.FOUND` (a finding was written down), `.CALLED_OFF` (one of them).',
  version: 'The version of the inspection after it; of a round always 1, the versions are those of its inspections.',
});
