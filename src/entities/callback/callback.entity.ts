import { defineEntity, p } from '@mikro-orm/core';
import { CALLBACK_MODES, CALLBACK_OUTCOMES, SATISFACTIONS } from '../../domain/callback/callback-answer.js';
import { CALLBACK_FLAWS } from '../../domain/callback/callback-flaw.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** One try to call a customer back about a ticket, reached or in vain. @rule R-CBK-06 @rule D-12 */
export const CallbackSchema = defineEntity({
  name: 'Callback',
  tableName: 'callback',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    ticketId: col.ref(),
    /** Who called. */
    staffId: col.ref(),
    mode: p.enum(CALLBACK_MODES),
    outcome: p.enum(CALLBACK_OUTCOMES),
    solved: col.flag().nullable(),
    satisfaction: p.enum(SATISFACTIONS).nullable(),
    /** What the customer said, in the words of whoever called. */
    answer: col.text().nullable(),
    calledAt: col.instant(),
    /** Why it does not count as the callback that is owed; null when it does. */
    flaw: p.enum(CALLBACK_FLAWS).nullable(),
    /** It took place while customers are left in peace. @rule D-03 */
    inQuietHours: col.flag(),
    /** Why it did. */
    quietHoursReason: col.text().nullable(),
  },
  indexes: [
    { name: 'callback_company_ticket_idx', properties: ['companyId', 'ticketId', 'calledAt', 'id'] },
    { name: 'callback_company_estate_idx', properties: ['companyId', 'estateId', 'calledAt', 'id'] },
  ],
  ...fence('callback', { estate: 'required' }),
});

export class Callback extends CallbackSchema.class {}
CallbackSchema.setClass(Callback);
