/**
 * Why something waits for somebody. IN_CHARGE: a ticket that is in the person's hands. IN_CREW: a repair on whose present
 * or next visit the person helps. TO_ACCEPT: a repair that Engineering has been given and nobody has accepted. TO_ASSIGN: a
 * ticket that nobody is in charge of, of the person's department or of none. CONTACT: an entry of the contact log that was
 * escalated to the person. APPROVAL: the person decides its step. OBLIGATION: the person or the person's post owes it.
 */
export const QUEUE_REASONS = [
  'IN_CHARGE',
  'IN_CREW',
  'TO_ACCEPT',
  'TO_ASSIGN',
  'CONTACT',
  'APPROVAL',
  'OBLIGATION',
] as const;
export type QueueReason = (typeof QUEUE_REASONS)[number];
