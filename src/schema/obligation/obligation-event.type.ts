import { subjectEventType } from '../event/subject-event.type.js';

/** An event of an obligation; actor and obligation are fields of the resolver. */
export const ObligationEventType = subjectEventType('ObligationEvent', {
  description: 'Something that became of an obligation.',
  type: 'What became of it: `obligation.OWED`, `.RESCHEDULED`, `.MISSED`, `.FULFILLED`, `.WAIVED`, `.LAPSED`.',
  occurredAt: 'When it happened; of MISSED the due instant.',
  version: "The obligation's version after it.",
});
