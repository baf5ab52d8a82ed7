import { subjectEventType } from '../event/subject-event.type.js';

/** An event of a report; actor and report are fields of the resolver. */
export const ReportEventType = subjectEventType('ReportEvent', {
  description: 'Something that became of a report of an estate (R-RPT-21).',
  type: 'What became of it: `report.DRAFTED`, `.WRITTEN`, `.SUBMITTED`, `.RETURNED`, `.APPROVED`.',
  version: "The report's version after it.",
});
