import type { OpenMatters } from '../../../domain/privacy/erasure.js';
import { localDay } from '../../../domain/place/local-day.js';
import { Charge } from '../../../entities/charge/charge.entity.js';
import { PaymentRefund } from '../../../entities/ledger/payment-refund.entity.js';
import { Payment } from '../../../entities/ledger/payment.entity.js';
import type { Customer } from '../../../entities/people/customer.entity.js';
import { Occupancy } from '../../../entities/people/occupancy.entity.js';
import { Estate } from '../../../entities/place/estate.entity.js';
import { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';

/** What still goes on with a customer on the estate's present day. */
export async function openMattersOf(ctx: CommandContext, customer: Customer): Promise<OpenMatters> {
  const { timeZone } = await findRow(ctx, Estate, 'estate', customer.estateId);
  const of = { companyId: ctx.companyId, customerId: customer.id };
  const today = localDay(ctx.clock.now(), timeZone);
  const openTickets = await ctx.em.count(Ticket, { ...of, phase: { $nin: ['CLOSED', 'CANCELLED'] } });
  const occupancies = await ctx.em.count(Occupancy, { ...of, $or: [{ untilDay: null }, { untilDay: { $gt: today } }] });
  const account = { companyId: ctx.companyId, payerId: customer.id };
  const charges = await ctx.em.count(Charge, { ...account, openMinor: { $gt: 0 } });
  const payments = await ctx.em.count(Payment, { ...account, freeMinor: { $gt: 0 } });
  const refunds = await ctx.em.count(PaymentRefund, { ...account, state: 'DUE' });
  return { openTickets, occupancies, openLines: charges + payments + refunds };
}
