import { subjectEventType } from '../event/subject-event.type.js';

/** An event of a letter; actor and letter are fields of the resolver. */
export const LiaisonLetterEventType = subjectEventType('LiaisonLetterEvent', {
  description: 'Something that became of a liaison letter.',
  type: 'What became of it: `liaisonLetter.DRAFTED`, `.REVISED`, `.SENT`, `.PASSED`, `.ANSWERED`, `.DISPUTED`, `.CLOSED`, `.WITHDRAWN`.',
  version: "The letter's version after it.",
});
