import type { AccessLines } from './access.js';

/** What head office asks of all estates. */
export const ACCESS_OF_OVERSIGHT: AccessLines = {
  'Query.metricDefinitions': 'metric.read',
  'Query.portfolioScorecard': 'metric.read',
  'Query.estateScorecards': 'metric.read',
  'Subscription.scorecard': 'metric.read',
  'Query.metricSeries': 'metric.read',
  'Query.metricBreakdown': 'metric.read',
  'Query.metricRestatements': 'metric.read',
};
