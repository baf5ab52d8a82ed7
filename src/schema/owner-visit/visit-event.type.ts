import { subjectEventType } from '../event/subject-event.type.js';

/** An event of a visit; actor and visit are fields of the resolver. */
export const VisitEventType = subjectEventType('VisitEvent', {
  description: 'Something that became of a visit to a household.',
  type: 'What became of it: `visit.SAMPLED` (a visit is due), `.APPOINTED`, `.RECORDED`, `.SUBMITTED`, `.REVIEWED`, `.FED_BACK`, `.CHECKED`, `.DROPPED`. Residents get APPOINTED, RECORDED and FED_BACK of their own.',
  version: "The visit's version after it.",
});
