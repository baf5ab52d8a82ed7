import { subjectFeed } from './subject-feed.js';

/** Opens the feed of what becomes of visits; residents hear of their own. @rule D-30 */
export const openVisitFeed = subjectFeed({ subjects: ['ownerVisit'], action: 'visit.read' });
