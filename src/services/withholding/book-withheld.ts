import { sql } from 'kysely';
import { moneyOf } from '../../domain/money/money.js';
import { sharesOf } from '../../domain/withholding/draw-items.js';
import { Payment } from '../../entities/ledger/payment.entity.js';
import { WithholdingBatch } from '../../entities/withholding/withholding-batch.entity.js';
import { WithholdingItem } from '../../entities/withholding/withholding-item.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { openAccounts } from '../ledger/steps/open-account.js';
import { takePayment } from '../ledger/steps/take-payment.js';
import { recordBatchEvent } from './steps/record-withholding-event.js';
import { freeCharges, itemsLeft } from './steps/write-items.js';

interface BookWithheld extends CommandInput {
  readonly batchId: string;
}

/** So many items go into one transaction. */
const ITEMS = 50;

/**
 * Books the next items of a batch that the bank has withheld: each is a payment of its payer, whole, with what the bank keeps
 * on a line of its own; it settles what was asked for, as far as that is open still, and the rest is paid ahead. A crash
 * repeats nothing and leaves nothing out. For the program; needs `fee.bank` on the estate.
 * @rule R-FEE-06 @rule R-FEE-11 @rule D-21
 * @throws NOT_FOUND batch
 */
export async function bookWithheld(
  ctx: CommandContext,
  { batchId }: BookWithheld,
): Promise<{ readonly goesOn: boolean }> {
  const { companyId, em } = ctx;
  const batch = await ctx.load(WithholdingBatch, 'withholding batch', batchId);
  const { estateId } = batch;
  authorizeOn(ctx.principal, 'fee.bank', estateId);
  const items = await em.find(
    WithholdingItem,
    { companyId, batchId, state: 'WITHHELD' },
    { orderBy: { id: 'asc' }, limit: ITEMS },
  );
  const [first, ...rest] = [...new Set(items.map(({ payerId }) => payerId))].map((id) => ({ id, estateId }));
  const accounts = new Map(
    first ? (await openAccounts(ctx, [first, ...rest])).map((each) => [each.payerId, each]) : [],
  );
  for (const item of items) {
    const account = accounts.get(item.payerId);
    if (!account) throw new Error('The account of every payer is open.');
    const terms = { ...account.terms, currency: item.currency };
    const paymentId = (await knownPayment(ctx, item)) ?? (await bookItem(ctx, { ...account, terms }, item));
    Object.assign(item, { state: 'PAID', paymentId, version: item.version + 1 });
    await em.flush();
    await freeCharges(ctx, [item.id]);
  }
  const goesOn = items.length === ITEMS;
  const done = !goesOn && batch.stage !== 'DONE' && (await itemsLeft(ctx, batchId)) === 0;
  if (done) Object.assign(batch, { stage: 'DONE', finishedAt: ctx.clock.now() });
  if (items.length > 0) recordBatchEvent(ctx, batch, done ? 'DONE' : 'BOOKED', { booked: items.length });
  return { goesOn };
}

/** The payment that somebody has recorded by hand under the item's number, of the same sum and payer. */
async function knownPayment(ctx: CommandContext, { reference, payerId, amountMinor }: WithholdingItem) {
  const same = { companyId: ctx.companyId, method: 'BANK_WITHHOLDING' as const, reference, reversedAt: null };
  const before = await ctx.em.findOne(Payment, same);
  return before?.payerId === payerId && before.amountMinor === amountMinor ? before.id : null;
}

async function bookItem(
  ctx: CommandContext,
  account: Parameters<typeof takePayment>[1],
  item: WithholdingItem,
): Promise<string> {
  const { amountMinor, currency, reference, withheldOn } = item;
  const same = { companyId: ctx.companyId, method: 'BANK_WITHHOLDING' as const, reference, reversedAt: null };
  const isUsed = (await ctx.em.count(Payment, same)) > 0;
  const open = await ctx.read(
    sql<{ readonly chargeId: string; readonly amountMinor: number; readonly openMinor: number }>`
      select w.charge_id as "chargeId", w.amount_minor as "amountMinor", h.open_minor as "openMinor"
        from withholding_charge w join charge h on h.company_id = ${ctx.companyId} and h.id = w.charge_id
       where w.company_id = ${ctx.companyId} and w.item_id = ${item.id} and h.payer_id = ${item.payerId}
       order by h.due_day, h.id`.compile(sqlFor),
  );
  const shares = sharesOf(amountMinor, open);
  return takePayment(ctx, account, {
    ...{ unitId: item.unitId ?? null, method: 'BANK_WITHHOLDING', amountMinor, feeMinor: item.feeMinor ?? 0 },
    ...{ reference: isUsed ? null : reference, bookedDay: withheldOn ?? account.today },
    allocations: shares.map((share) => ({ chargeId: share.chargeId, amount: moneyOf(share.amountMinor, currency) })),
    prepaid: shares.length === 0,
  });
}
