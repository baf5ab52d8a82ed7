import { subjectEventType } from '../event/subject-event.type.js';

/** An event of a round on an estate; the round is a field of the resolver. */
export const SurveyEventType = subjectEventType('SurveyEvent', {
  description: 'Something that became of a round of the survey on an estate; counts, never who (D-29).',
  type: 'What became of it: `survey.FORMS_ISSUED`, `.LINKS_ISSUED`, `.FORM_MARKED`, `.RESPONSE_RECEIVED`, `.RESPONSES_IMPORTED` (several, from a file), `.COLLECTED`, `.RESULT_COUNTED` (it is analysed), `.PUBLISHED`.',
  version: 'The version of the round on the estate after it.',
});
