import { registerEnumType } from 'type-graphql';
import { VISIT_MODES } from '../../domain/owner-visit/visit-mode.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of VisitMode. */
export const VisitModeEnum = enumOf(VISIT_MODES);

registerEnumType(VisitModeEnum, {
  name: 'VisitMode',
  description: 'How a household is visited (R-VIS-12).',
  valuesConfig: {
    HOME: { description: 'In the home; agreed beforehand, and outside quiet hours (R-VIS-10, R-VIS-11).' },
    OFFICE: { description: 'At the service centre.' },
    OUTDOORS: { description: 'Outdoors, while the owner is at leisure.' },
    TELEPHONE: { description: 'An interview by telephone, outside quiet hours (R-VIS-11).' },
    OTHER: { description: 'In another suitable form.' },
  },
});
