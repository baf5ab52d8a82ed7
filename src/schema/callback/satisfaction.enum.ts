import { registerEnumType } from 'type-graphql';
import { SATISFACTIONS, type Satisfaction } from '../../domain/callback/callback-answer.js';

/** The GraphQL enum of Satisfaction. */
export const SatisfactionEnum = Object.fromEntries(SATISFACTIONS.map((value) => [value, value])) as {
  [V in Satisfaction]: V;
};

registerEnumType(SatisfactionEnum, {
  name: 'Satisfaction',
  description: 'How satisfied a customer is; the first two levels are satisfied (Q-01).',
  valuesConfig: {
    VERY_SATISFIED: { description: 'Very satisfied (非常满意).' },
    SATISFIED: { description: 'Satisfied (满意).' },
    NEUTRAL: { description: 'Neither (一般).' },
    DISSATISFIED: { description: 'Dissatisfied (不满意).' },
    VERY_DISSATISFIED: { description: 'Very dissatisfied (非常不满意).' },
  },
});
