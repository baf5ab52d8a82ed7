import { registerEnumType } from 'type-graphql';
import { FEEDBACK_MODES, LETTER_SOURCES } from '../../domain/liaison-letter/letter-source.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of LetterSource. */
export const LiaisonLetterSourceEnum = enumOf(LETTER_SOURCES);

registerEnumType(LiaisonLetterSourceEnum, {
  name: 'LiaisonLetterSource',
  description: 'What a letter is about.',
  valuesConfig: {
    COMPLAINT: { description: 'A complaint.' },
    REPAIR: { description: 'A repair.' },
    VISIT_SUMMARY: { description: 'A summary of visits (R-VIS-20).' },
    OTHER: { description: 'Something else; it names no source.' },
  },
});

/** The GraphQL enum of FeedbackMode. */
export const LiaisonFeedbackModeEnum = enumOf(FEEDBACK_MODES);

registerEnumType(LiaisonFeedbackModeEnum, {
  name: 'LiaisonFeedbackMode',
  description: 'How the owner was told of the answer (R-ORG-17).',
  valuesConfig: {
    PHONE: { description: 'By telephone.' },
    IN_PERSON: { description: 'In person.' },
    WRITTEN: { description: 'In writing.' },
    NOBODY: { description: 'It concerns no owner by itself; never of a complaint.' },
  },
});
