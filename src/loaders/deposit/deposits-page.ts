import { sql } from 'kysely';
import type { DepositKind } from '../../domain/deposit/deposit-kind.js';
import type { DepositState } from '../../domain/deposit/deposit-stage.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { depositsInReach, stateNow } from './deposit-by-id.js';

/** What deposits are asked for; conditions hold together. */
interface DepositsWanted {
  readonly estateIds?: readonly string[] | null;
  readonly kinds?: readonly DepositKind[] | null;
  readonly states?: readonly DepositState[] | null;
  readonly payerId?: string | null;
  readonly unitId?: string | null;
  readonly refundBefore?: string | null;
}

const KEYS: readonly SortKey[] = [{ column: 'd.id', type: 'uuid', descending: true }];

/** A page of the deposits that the asker may read, the latest first. */
export function depositsPage(ctx: RequestContext, wanted: DepositsWanted, args: PageArgs) {
  const one = (value: string | null | undefined): string[] | null => (value == null ? null : [value]);
  const { states } = wanted;
  let deposits = depositsInReach(ctx);
  for (const condition of [
    among('d.estate_id', 'uuid', wanted.estateIds),
    among('d.kind', 'text', wanted.kinds),
    among('d.payer_id', 'uuid', one(wanted.payerId)),
    among('d.unit_id', 'uuid', one(wanted.unitId)),
    states == null ? null : sql<boolean>`${stateNow(ctx)} = any(${[...states]}::text[])`,
    wanted.refundBefore == null
      ? null
      : sql<boolean>`d.refund_by < ${wanted.refundBefore}::date and d.stage in ('HELD', 'SETTLED', 'AUTHORISED')`,
  ])
    if (condition) deposits = deposits.where(condition);
  return page(ctx.moment, deposits, KEYS, args);
}
