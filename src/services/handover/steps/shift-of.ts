import type { PaymentMethod } from '../../../domain/ledger/payment-method.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * Money that somebody has taken or given back on an estate, that stands, and that is on no sheet: payments and deposits that
 * came, and deposits and what of payments was given back, with their sums below zero.
 */
const MONEY = `
select 'PAYMENT' as what, p.id, p.method, p.amount_minor::float8 as "amountMinor" from payment p
 where p.company_id = $1 and p.recorded_by = $2 and p.estate_id = $3 and p.currency = $4 and p.reversed_at is null
   and not exists (select 1 from handover_item i where i.company_id = $1 and i.payment_id = p.id)
 union all
select 'DEPOSIT', d.id, d.method, d.amount_minor::float8 from deposit d
 where d.company_id = $1 and d.collected_by_id = $2 and d.estate_id = $3 and d.currency = $4 and d.stage <> 'CANCELLED'
   and not exists (select 1 from handover_item i where i.company_id = $1 and i.deposit_id = d.id)
 union all
select 'REFUND', d.id, d.refund_method, -d.refund_minor::float8 from deposit d
 where d.company_id = $1 and d.refunded_by_id = $2 and d.estate_id = $3 and d.currency = $4
   and not exists (select 1 from handover_item i where i.company_id = $1 and i.refunded_deposit_id = d.id)
 union all
select 'PAYMENT_REFUND', f.id, f.method, -f.amount_minor::float8 from payment_refund f
 where f.company_id = $1 and f.paid_by_id = $2 and f.estate_id = $3 and f.currency = $4
   and not exists (select 1 from handover_item i where i.company_id = $1 and i.payment_refund_id = f.id)
 order by 2`;

/** Vouchers and spoiled sheets that a cashier has written on an estate, and that are on no sheet. */
const RECEIPTS = `
select r.id from receipt r
 where r.company_id = $1 and r.issued_by_id = $2 and r.estate_id = $3
   and not exists (select 1 from handover_item i where i.company_id = $1 and i.receipt_id = r.id)
 order by r.id`;

/** What is to be handed over at the end of a shift: everything since the sheet before, whatever the day. */
export interface Shift {
  readonly paymentIds: readonly string[];
  readonly depositIds: readonly string[];
  readonly refundedDepositIds: readonly string[];
  readonly paymentRefundIds: readonly string[];
  readonly receiptIds: readonly string[];
  readonly cashMinor: number;
  readonly electronicMinor: number;
}

interface MoneyOfShift {
  readonly what: 'PAYMENT' | 'DEPOSIT' | 'REFUND' | 'PAYMENT_REFUND';
  readonly id: string;
  readonly method: PaymentMethod;
  readonly amountMinor: number;
}

/** Whose shift, and where. */
interface WhoseShift {
  readonly cashierId: string;
  readonly estateId: string;
}

/** Keeps a shift from taking on anything, or being handed over, until the transaction ends. */
export async function holdShift(ctx: CommandContext, { cashierId, estateId }: WhoseShift): Promise<void> {
  await ctx.execute('select pg_advisory_xact_lock(hashtextextended($1::text, 0))', [
    `handover/${ctx.companyId}/${estateId}/${cashierId}`,
  ]);
}

/** The shift of a cashier so far, its own until the transaction ends. @rule D-20 */
export async function shiftOf(ctx: CommandContext, whose: WhoseShift & { readonly currency: string }): Promise<Shift> {
  const { companyId } = ctx;
  const { cashierId, estateId, currency } = whose;
  await holdShift(ctx, whose);
  const money = await ctx.execute<MoneyOfShift>(MONEY, [companyId, cashierId, estateId, currency]);
  const receipts = await ctx.execute<{ id: string }>(RECEIPTS, [companyId, cashierId, estateId]);
  const sum = (isCash: boolean): number =>
    money.reduce((sum, { method, amountMinor }) => ((method === 'CASH') === isCash ? sum + amountMinor : sum), 0);
  const of = (kind: MoneyOfShift['what']): string[] => money.flatMap(({ what, id }) => (what === kind ? [id] : []));
  return {
    ...{ paymentIds: of('PAYMENT'), depositIds: of('DEPOSIT'), refundedDepositIds: of('REFUND') },
    paymentRefundIds: of('PAYMENT_REFUND'),
    receiptIds: receipts.map(({ id }) => id),
    cashMinor: sum(true),
    electronicMinor: sum(false),
  };
}
