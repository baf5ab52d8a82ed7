import { subjectFeed } from './subject-feed.js';

/** Opens the feed of what becomes of alerts on figures. */
export const openMetricAlertFeed = subjectFeed({ subjects: ['metricAlert'], action: 'alert.read' });
