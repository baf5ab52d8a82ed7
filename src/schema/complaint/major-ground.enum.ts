import { registerEnumType } from 'type-graphql';
import { MAJOR_GROUNDS, type MajorGround } from '../../domain/complaint/complaint-class.js';

/** The GraphQL enum of MajorGround. */
export const MajorGroundEnum = Object.fromEntries(MAJOR_GROUNDS.map((value) => [value, value])) as {
  [V in MajorGround]: V;
};

registerEnumType(MajorGroundEnum, {
  name: 'MajorGround',
  description: 'Why a complaint is major (R-CMP-14).',
  valuesConfig: {
    PROMISE_BROKEN_REPEATEDLY: {
      description:
        '(a) A promised or contracted service was not delivered, and the customer has said so often enough (D-02, Q-08).',
    },
    SERIOUS_LOSS_OR_INJURY: {
      description: '(b) Serious economic loss or injury through the company’s responsibility (Q-09).',
    },
    UNSOLVED_FOR_A_MONTH: {
      description: '(c) Substantiated and not solved within a month; only the calendar gives it (R-CMP-37).',
    },
  },
});
