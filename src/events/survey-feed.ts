import { subjectFeed } from './subject-feed.js';

/** Opens the feed of what becomes of rounds of the survey: counts, never who. Residents hear nothing. @rule D-29 */
export const openSurveyFeed = subjectFeed({ subjects: ['surveyEstate'], action: 'survey.read' });
