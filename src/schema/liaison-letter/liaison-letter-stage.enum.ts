import { registerEnumType } from 'type-graphql';
import { LETTER_STAGES } from '../../domain/liaison-letter/letter-stage.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of LetterStage. */
export const LiaisonLetterStageEnum = enumOf(LETTER_STAGES);

registerEnumType(LiaisonLetterStageEnum, {
  name: 'LiaisonLetterStage',
  description: 'Where a work liaison letter stands.',
  valuesConfig: {
    DRAFTED: { description: 'The centre writes it; head office does not see it.' },
    SENT: { description: 'It lies with the quality department, which owes an answer (R-ESC-02).' },
    PASSED: { description: 'It lies with another department of the company as well (R-ESC-04).' },
    ANSWERED: { description: 'The company has answered; the owner is to be told (R-ESC-03).' },
    CLOSED: { description: 'The owner was told (R-ORG-17).' },
    WITHDRAWN: { description: 'The centre has taken it back, with a reason.' },
  },
});
