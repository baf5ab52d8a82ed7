import { registerEnumType } from 'type-graphql';
import { VISIBILITIES, type Visibility } from '../../domain/visibility.js';

/** The GraphQL enum of Visibility. */
export const VisibilityEnum = Object.fromEntries(VISIBILITIES.map((value) => [value, value])) as {
  [V in Visibility]: V;
};

registerEnumType(VisibilityEnum, {
  name: 'Visibility',
  description: 'Who may see a note or an event (D-30).',
  valuesConfig: {
    INTERNAL: { description: 'Staff only.' },
    CUSTOMER: { description: 'Staff, and the resident whose matter it is.' },
  },
});
