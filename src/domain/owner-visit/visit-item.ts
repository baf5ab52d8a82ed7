/**
 * What customers are asked about, and what satisfaction is scored by; OTHER, since nothing is left out.
 * @rule R-VIS-13 @rule R-VIS-26
 */
export const VISIT_TOPICS = [
  'SECURITY',
  'CLEANING',
  'LANDSCAPING',
  'REPAIR_SERVICE',
  'LEISURE_FACILITIES',
  'STAFF_ABILITY',
  'CONVENIENCE_SERVICES',
  'COMMUNITY_CULTURE',
  'MEETING_NEEDS',
  'SPECIAL_DIFFICULTY',
  'OTHER',
] as const;
export type VisitTopic = (typeof VISIT_TOPICS)[number];

/** What a customer said: an opinion, a suggestion, a request, a need that is not met yet, a complaint. @rule R-VIS-15 @rule R-VIS-33 */
export const VISIT_ITEM_KINDS = ['OPINION', 'SUGGESTION', 'REQUEST', 'NEED', 'COMPLAINT'] as const;
export type VisitItemKind = (typeof VISIT_ITEM_KINDS)[number];

const SUBJECT_LENGTH = 60;

/** The one-line subject of a ticket that comes of an item's words. */
export function subjectOf(text: string): string {
  const signs = Array.from(text.replace(/\s+/gu, ' ').trim());
  return signs.length <= SUBJECT_LENGTH ? signs.join('') : `${signs.slice(0, SUBJECT_LENGTH - 1).join('')}…`;
}
