import { registerEnumType } from 'type-graphql';
import { SURVEY_DIMENSIONS } from '../../domain/survey/survey-dimension.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of SurveyDimension. */
export const SurveyDimensionEnum = enumOf(SURVEY_DIMENSIONS);

registerEnumType(SurveyDimensionEnum, {
  name: 'SurveyDimension',
  description: 'What satisfaction is scored by (R-SAT-09).',
  valuesConfig: {
    SECURITY: { description: 'Order and security (秩序维护).' },
    CLEANING: { description: 'Cleaning (环境清洁).' },
    LANDSCAPING: { description: 'Greenery (绿化养护).' },
    REPAIR_SERVICE: { description: 'Repairs, and the skill and attitude of technicians (维修服务).' },
    LEISURE_FACILITIES: { description: 'Leisure and children’s facilities (休闲与儿童设施).' },
    STAFF_ABILITY: { description: 'What the staff are able to do (员工能力).' },
    CONVENIENCE_SERVICES: { description: 'Convenience services (便民服务).' },
    COMMUNITY_CULTURE: { description: 'Community culture (社区文化).' },
    MEETING_NEEDS: { description: 'How well the centre meets needs (满足需求能力).' },
  },
});
