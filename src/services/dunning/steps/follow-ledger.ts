import { LockMode } from '@mikro-orm/core';
import type { EntryKind } from '../../../domain/ledger/entry-kind.js';
import { DunningCase } from '../../../entities/dunning/dunning-case.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { closeCase } from './close-case.js';
import { followDutiesOf } from './follow-duties.js';
import { standingsOf } from './standing-of.js';

const CASES_OF = 'select id from dunning_case where company_id = $1 and payer_id = $2 order by id';

/**
 * Has the cases of a payer follow what becomes of the account, in the same transaction, once all of it is booked: a case of
 * which nothing is overdue any more is closed, of others follows what is owed next. What steps brought in is
 * counted anew, of closed ones too.
 * @rule D-13 @rule R-FEE-09 @rule P-23
 */
export function followLedger(ctx: CommandContext, payerId: string, today: string, kind: EntryKind): void {
  const kinds = ctx.once(`ledger of the debtor ${payerId}`, () => new Set<EntryKind>());
  kinds.add(kind);
  ctx.afterwards(`dunning of ${payerId}`, () => follow(ctx, payerId, today, kinds));
}

async function follow(
  ctx: CommandContext,
  payerId: string,
  today: string,
  kinds: ReadonlySet<EntryKind>,
): Promise<void> {
  await ctx.em.flush();
  const ids = (await ctx.execute<{ id: string }>(CASES_OF, [ctx.companyId, payerId])).map(({ id }) => id);
  if (ids.length === 0) return;
  ctx.touched.push({ subject: 'dunningCase', ids });
  const cases = await ctx.em.find(
    DunningCase,
    { companyId: ctx.companyId, payerId, closedAt: null },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const byId = new Map(cases.map((debt) => [debt.id, debt]));
  for (const standing of cases.length > 0 ? await standingsOf(ctx, [...byId.keys()]) : []) {
    const debt = byId.get(standing.id);
    if (!debt) continue;
    if (standing.arrearsMinor > 0) await followDutiesOf(ctx, standing);
    else await closeCase(ctx, debt, today, { ending: kinds.has('ALLOCATION') ? 'PAID' : 'ADJUSTED' });
  }
}
