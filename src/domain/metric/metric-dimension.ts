/** What a metric may be broken down by: the estate, what its tickets say, or a dimension of its own. */
export const METRIC_DIMENSIONS = [
  'ESTATE',
  'CATEGORY',
  'DEPARTMENT',
  'BUILDING',
  'AGE',
  'URGENCY',
  'COMPLAINT_CLASS',
  'CHANNEL',
  'SCHEDULE_REASON',
  'CALLBACK_MODE',
  'SATISFACTION',
  'TICKET_KIND',
  'VISIT_MODE',
  'SURVEY_DIMENSION',
  'SERVICE_METHOD',
  'CHARGE_KIND',
  'NOTICE_TIMING',
  'DUNNING_STEP_KIND',
  'DEPOSIT_KIND',
  'PAYMENT_METHOD',
] as const;
export type MetricDimension = (typeof METRIC_DIMENSIONS)[number];
