import { registerEnumType } from 'type-graphql';
import { COMPLAINT_CLASSES, type ComplaintClass } from '../../domain/complaint/complaint-class.js';

/** The GraphQL enum of ComplaintClass. */
export const ComplaintClassEnum = Object.fromEntries(COMPLAINT_CLASSES.map((value) => [value, value])) as {
  [V in ComplaintClass]: V;
};

registerEnumType(ComplaintClassEnum, {
  name: 'ComplaintClass',
  description: 'How grave a complaint is; each class has clocks of its own.',
  valuesConfig: {
    GENERAL: { description: '一般: nothing speaks for more (R-CMP-05, R-CMP-36).' },
    IMPORTANT: { description: '重要: the company was at fault; rectified within 12 hours (R-CMP-12, R-CMP-10).' },
    MAJOR: { description: '重大: a ground of R-CMP-14 stands; the customer hears within 30 minutes (R-CMP-13).' },
  },
});
