import { subjectFeed } from './subject-feed.js';

/** Opens the feed of what becomes of liaison letters. */
export const openLiaisonLetterFeed = subjectFeed({ subjects: ['liaisonLetter'], action: 'letter.read' });
