import { registerEnumType } from 'type-graphql';
import { ITEM_ROUTES } from '../../domain/owner-visit/item-route.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ItemRoute. */
export const VisitItemRouteEnum = enumOf(ITEM_ROUTES);

registerEnumType(VisitItemRouteEnum, {
  name: 'VisitItemRoute',
  description: 'The procedure that something said on a visit follows (R-VIS-18).',
  valuesConfig: {
    COMPLAINT: { description: 'It becomes a complaint.' },
    REPAIR: { description: 'It becomes a repair.' },
    ENQUIRY: { description: 'It becomes an enquiry.' },
    SUGGESTION: { description: 'It becomes a suggestion.' },
    NOTED: { description: 'It stays on the record, and is summed up.' },
  },
});
