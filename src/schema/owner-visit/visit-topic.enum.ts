import { registerEnumType } from 'type-graphql';
import { VISIT_TOPICS } from '../../domain/owner-visit/visit-item.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of VisitTopic. */
export const VisitTopicEnum = enumOf(VISIT_TOPICS);

registerEnumType(VisitTopicEnum, {
  name: 'VisitTopic',
  description: 'What was talked about; also what satisfaction is scored by (R-VIS-13, R-VIS-26).',
  valuesConfig: {
    SECURITY: { description: 'Order and security.' },
    CLEANING: { description: 'Cleaning.' },
    LANDSCAPING: { description: 'Greenery.' },
    REPAIR_SERVICE: { description: 'Repairs, and the skill and attitude of technicians.' },
    LEISURE_FACILITIES: { description: 'Leisure and children’s facilities.' },
    STAFF_ABILITY: { description: 'What the staff are able to do.' },
    CONVENIENCE_SERVICES: { description: 'Convenience services.' },
    COMMUNITY_CULTURE: { description: 'Community culture.' },
    MEETING_NEEDS: { description: 'How well the centre meets needs.' },
    SPECIAL_DIFFICULTY: { description: 'Special difficulties and needs.' },
    OTHER: { description: 'Anything else: content is not limited.' },
  },
});
