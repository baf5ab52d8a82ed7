import { subjectEventType } from './subject-event.type.js';

/** An event of a ticket; actor and ticket are fields of the resolver. */
export const TicketEventType = subjectEventType('TicketEvent', {
  description: 'Something that happened to a ticket.',
  type: 'What happened: `ticket.REPAIR_REPORTED`, `ticket.REPAIR_ACCEPTED`, …; to its clocks: `clock.WARNED`, `clock.BREACHED`, ….',
  occurredAt: 'When it happened, by the word of the actor.',
  version: "The ticket's version after it.",
});
