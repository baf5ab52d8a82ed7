import { registerEnumType } from 'type-graphql';
import { NUMBER_SUBJECTS, NUMBER_SUBJECT_CODES, type NumberSubject } from '../../domain/numbering/number-subject.js';

/** The GraphQL enum of NumberSubject. */
export const NumberSubjectEnum = Object.fromEntries(NUMBER_SUBJECT_CODES.map((code) => [code, code])) as {
  [S in NumberSubject]: S;
};

registerEnumType(NumberSubjectEnum, {
  name: 'NumberSubject',
  description: 'What is numbered, by estate and year.',
  valuesConfig: Object.fromEntries(
    NUMBER_SUBJECT_CODES.map((code) => [code, { description: `\`{kind}\` is ${NUMBER_SUBJECTS[code]}.` }]),
  ),
});
