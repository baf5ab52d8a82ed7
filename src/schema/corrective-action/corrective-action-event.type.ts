import { subjectEventType } from '../event/subject-event.type.js';

/** An event of a corrective action; actor and action are fields of the resolver. */
export const CorrectiveActionEventType = subjectEventType('CorrectiveActionEvent', {
  description: 'Something that became of a corrective action.',
  type: 'What became of it: `correctiveAction.RAISED`, `.PLANNED`, `.DONE`, `.VERIFIED`, `.REOPENED`, `.CANCELLED`.',
  version: "The action's version after it.",
});
