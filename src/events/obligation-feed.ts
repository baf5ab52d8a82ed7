import { subjectFeed } from './subject-feed.js';

/** Opens the feed of what becomes of obligations, the company's own too. */
export const openObligationFeed = subjectFeed({
  subjects: ['obligation'],
  action: 'obligation.read',
  ofCompany: true,
});
