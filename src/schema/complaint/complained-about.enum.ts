import { registerEnumType } from 'type-graphql';
import { COMPLAINED_ABOUT, type ComplainedAbout } from '../../domain/complaint/decider.js';

/** The GraphQL enum of ComplainedAbout. */
export const ComplainedAboutEnum = Object.fromEntries(COMPLAINED_ABOUT.map((value) => [value, value])) as {
  [V in ComplainedAbout]: V;
};

registerEnumType(ComplainedAboutEnum, {
  name: 'ComplainedAbout',
  description: 'What a complaint is about, where that changes who decides it (D-16).',
  valuesConfig: {
    OTHER: { description: 'Anything else: the customer service manager decides.' },
    SERVICE_DEPARTMENT: { description: 'The customer service department: the estate manager decides.' },
    ESTATE_MANAGER: { description: 'The estate manager: the quality department decides.' },
  },
});
