import { subjectEventType } from '../event/subject-event.type.js';

/** An event of an alert; actor and alert are fields of the resolver. */
export const MetricAlertEventType = subjectEventType('MetricAlertEvent', {
  description: 'Something that became of an alert.',
  type: 'What became of it: `metricAlert.RAISED`, `.ACKNOWLEDGED`, `.CLOSED`.',
  version: "The alert's version after it.",
});
