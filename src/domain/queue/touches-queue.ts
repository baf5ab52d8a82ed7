import type { QueueReason } from './queue-reason.js';

/** Events about what may change who or what waits, by the reason: of the thing itself, and of who decides or does it. */
const SUBJECTS_OF: Readonly<Record<QueueReason, readonly string[]>> = {
  IN_CHARGE: ['ticket'],
  IN_CREW: ['ticket'],
  TO_ACCEPT: ['ticket'],
  TO_ASSIGN: ['ticket', 'staff'],
  CONTACT: ['contact'],
  APPROVAL: ['approval', 'deputy', 'policyVersion'],
  OBLIGATION: ['obligation'],
};

/** Whether an event about something may change what waits for one of these reasons. */
export const touchesQueue = (reasons: readonly QueueReason[], subjectKind: string): boolean =>
  reasons.some((reason) => SUBJECTS_OF[reason].includes(subjectKind));
