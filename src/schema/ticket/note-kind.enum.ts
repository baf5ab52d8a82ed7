import { registerEnumType } from 'type-graphql';
import { NOTE_KINDS, type NoteKind } from '../../domain/ticket/note-kind.js';

/** The GraphQL enum of NoteKind. */
export const NoteKindEnum = Object.fromEntries(NOTE_KINDS.map((value) => [value, value])) as {
  [V in NoteKind]: V;
};

registerEnumType(NoteKindEnum, {
  name: 'NoteKind',
  description: 'What a text on a ticket is.',
  valuesConfig: {
    NOTE: { description: 'A remark on the way (R-CMP-26).' },
    INTERIM_REPLY: { description: 'What the customer was told while it went on (D-01).' },
    FINAL_REPLY: { description: 'The answer that ended it (R-CMP-25, R-DSP-12).' },
    RECTIFICATION: { description: 'What was done to put it right (R-CMP-20).' },
    MEASURE: { description: 'What is done about a suggestion (R-DSP-17).' },
    DECISION: { description: 'Why it was classed, judged or closed so.' },
  },
});
