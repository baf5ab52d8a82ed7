import { subjectFeed } from './subject-feed.js';

/** Opens the feed of what becomes of corrective actions, the company's own too. */
export const openCorrectiveActionFeed = subjectFeed({
  subjects: ['correctiveAction'],
  action: 'correction.read',
  ofCompany: true,
});
