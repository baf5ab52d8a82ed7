import { subjectFeed } from './subject-feed.js';

/** Opens the feed of what becomes of reports, never of their words. @rule R-RPT-21 */
export const openReportFeed = subjectFeed({ subjects: ['report'], action: 'report.read' });
