import { registerEnumType } from 'type-graphql';
import { VISIT_ORGANISERS } from '../../domain/owner-visit/visit-mode.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of VisitOrganiser. */
export const VisitOrganiserEnum = enumOf(VISIT_ORGANISERS);

registerEnumType(VisitOrganiserEnum, {
  name: 'VisitOrganiser',
  description: 'Who organises a visit.',
  valuesConfig: {
    ESTATE: { description: 'The programme of the estate.' },
    COMPANY: {
      description: 'The company: it blocks repeats and counts for no quota, unless Q-34 says otherwise (R-VIS-09).',
    },
  },
});
