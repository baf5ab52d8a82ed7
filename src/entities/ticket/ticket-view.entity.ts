import { defineEntity, p } from '@mikro-orm/core';
import { TICKET_ORDERS } from '../../domain/ticket/ticket-order.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A list of tickets that one person has named: what it shows, and in which order. Nobody else sees it. */
export const TicketViewSchema = defineEntity({
  name: 'TicketView',
  tableName: 'ticket_view',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    /** The member of staff or the customer. */
    ownerId: col.ref(),
    name: col.text(),
    /** A `TicketFilter` as it was given, without a text to search by. */
    filter: col.json<Readonly<Record<string, unknown>>>(),
    orderBy: p.enum(TICKET_ORDERS),
    changedAt: col.instant(),
    version: col.int(),
  },
  uniques: [{ name: 'ticket_view_company_owner_name_key', properties: ['companyId', 'ownerId', 'name'] }],
  ...fence('ticket_view', { estate: 'none', personColumn: 'owner_id' }),
});

export class TicketView extends TicketViewSchema.class {}
TicketViewSchema.setClass(TicketView);
