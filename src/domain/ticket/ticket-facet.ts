/** By what tickets are counted beside a list. */
export const TICKET_FACETS = [
  'KIND',
  'PHASE',
  'STAGE',
  'COMPLAINT_CLASS',
  'URGENCY',
  'CHANNEL',
  'CATEGORY',
  'DEPARTMENT',
  'BUILDING',
  'ESTATE',
] as const;
export type TicketFacet = (typeof TICKET_FACETS)[number];
