import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** That a member of staff was told about a ticket at once, because of what it is. @rule R-EMG-02 */
export const TicketToldSchema = defineEntity({
  name: 'TicketTold',
  tableName: 'ticket_told',
  properties: {
    companyId: col.companyId().primary(),
    ticketId: col.ref().primary(),
    staffId: col.ref().primary(),
    estateId: col.ref(),
    toldAt: col.instant(),
  },
  ...fence('ticket_told', { estate: 'required' }),
});

export class TicketTold extends TicketToldSchema.class {}
TicketToldSchema.setClass(TicketTold);
