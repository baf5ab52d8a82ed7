import type { VisitTopic } from '../owner-visit/visit-item.js';

/** What a survey scores: the subjects that customers are asked about on visits, too. @rule R-SAT-09 */
export const SURVEY_DIMENSIONS = [
  'SECURITY',
  'CLEANING',
  'LANDSCAPING',
  'REPAIR_SERVICE',
  'LEISURE_FACILITIES',
  'STAFF_ABILITY',
  'CONVENIENCE_SERVICES',
  'COMMUNITY_CULTURE',
  'MEETING_NEEDS',
] as const satisfies readonly VisitTopic[];
export type SurveyDimension = (typeof SURVEY_DIMENSIONS)[number];

/** How the form (业户意见调查表) asks about each. */
export const DIMENSION_TEXTS: Readonly<Record<SurveyDimension, string>> = {
  SECURITY: '您对秩序维护与安全管理是否满意？',
  CLEANING: '您对环境清洁是否满意？',
  LANDSCAPING: '您对绿化养护是否满意？',
  REPAIR_SERVICE: '您对维修服务及维修人员的技能、态度是否满意？',
  LEISURE_FACILITIES: '您对休闲与儿童设施是否满意？',
  STAFF_ABILITY: '您对工作人员的业务能力是否满意？',
  CONVENIENCE_SERVICES: '您对便民服务是否满意？',
  COMMUNITY_CULTURE: '您对社区文化活动是否满意？',
  MEETING_NEEDS: '您对服务中心满足您需求的能力是否满意？',
};
