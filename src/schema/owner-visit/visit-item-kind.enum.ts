import { registerEnumType } from 'type-graphql';
import { VISIT_ITEM_KINDS } from '../../domain/owner-visit/visit-item.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of VisitItemKind. */
export const VisitItemKindEnum = enumOf(VISIT_ITEM_KINDS);

registerEnumType(VisitItemKindEnum, {
  name: 'VisitItemKind',
  description: 'What kind of thing was said.',
  valuesConfig: {
    OPINION: { description: 'An opinion.' },
    SUGGESTION: { description: 'A suggestion.' },
    REQUEST: { description: 'Something that the customer wants done.' },
    NEED: { description: 'A need that nobody meets yet (R-VIS-33).' },
    COMPLAINT: { description: 'A complaint: it becomes one at once (R-VIS-14, R-VIS-18).' },
  },
});
