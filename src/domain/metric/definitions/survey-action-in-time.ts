import type { MetricDefinition } from '../metric-definition.js';
import { obligationItems } from '../obligation-items.js';

/** Actions that came of the survey, done in time. @rule M-SAT-05 @rule R-SAT-04 */
export const SURVEY_ACTION_IN_TIME = {
  key: 'SURVEY_ACTION_IN_TIME',
  catalogueId: 'M-SAT-05',
  title: 'Actions after a survey done in time',
  titleZh: '满意度改进措施按期完成率',
  numerator: 'Corrective and preventive actions of rounds of the survey done by their due day',
  denominator: 'Corrective and preventive actions of rounds of the survey due',
  attribution: 'when it was due',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-SAT-04'],
  version: 1,
  items: obligationItems(['CORRECTIVE_ACTION'], { and: `action_source in ('SURVEY_ROUND', 'SURVEY_ESTATE')` }),
} as const satisfies MetricDefinition;
