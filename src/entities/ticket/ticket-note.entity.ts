import { defineEntity, p } from '@mikro-orm/core';
import { NOTE_KINDS } from '../../domain/ticket/note-kind.js';
import { col } from '../columns.js';
import { VISIBILITIES } from '../../domain/visibility.js';
import { fence } from '../fence.js';

/** A text that somebody wrote on a ticket; never changed, only added to. A resident sees CUSTOMER notes. @rule D-30 */
export const TicketNoteSchema = defineEntity({
  name: 'TicketNote',
  tableName: 'ticket_note',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    ticketId: col.ref(),
    estateId: col.ref(),
    occupancyId: col.ref().nullable(),
    kind: p.enum(NOTE_KINDS),
    visibility: p.enum(VISIBILITIES),
    text: col.text(),
    authorKind: p.enum(['STAFF', 'RESIDENT', 'INTEGRATION', 'SYSTEM'] as const),
    authorId: col.ref().nullable(),
    /** When it was said, by the author's word. */
    writtenAt: col.instant(),
  },
  indexes: [{ name: 'ticket_note_company_ticket_idx', properties: ['companyId', 'ticketId', 'writtenAt', 'id'] }],
  ...fence('ticket_note', {
    estate: 'required',
    residentReads: { by: 'occupancy', column: 'occupancy_id', and: "visibility = 'CUSTOMER'" },
    residentWrites: 'occupancy_id',
  }),
});

export class TicketNote extends TicketNoteSchema.class {}
TicketNoteSchema.setClass(TicketNote);
