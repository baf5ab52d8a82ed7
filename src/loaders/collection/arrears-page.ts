import { sql } from 'kysely';
import { earliestDueDay, type AgeingBucket } from '../../domain/collection/ageing.js';
import type { Currency } from '../../domain/money/money.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import type { AsOf } from '../ledger/as-of.js';
import { aboutNow, assertAsOf, isNow, type CollectionScope } from './collection-scope.js';
import { bucketOf, openCharges } from './open-charges.js';

/** Which debtors are asked for. */
interface ArrearsWanted extends CollectionScope {
  /** By the age of the oldest charge that is open. */
  readonly buckets?: readonly AgeingBucket[] | null;
}

/** A payer with something overdue for a unit, in one currency; by the oldest charge that is open. */
interface Debt {
  readonly estateId: string;
  readonly unitId: string | null;
  readonly payerId: string;
  readonly currency: Currency;
  readonly oldestDueDay: string;
  readonly on: string;
  readonly daysOverdue: number;
}

/** A debt with the question that found it, so that its amounts answer the same. */
export interface ArrearsRow extends Debt {
  readonly asked: AsOf & Pick<CollectionScope, 'kinds'>;
}

const KEYS: readonly SortKey[] = [
  { column: 'a.due_day', type: 'date' },
  { column: 'a.id', type: 'uuid' },
];

/**
 * Who has something overdue at the end of a day, as known on another: one row a payer, unit and currency, the oldest deadline
 * first.
 * @rule R-FEE-09 @rule M-FEE-05
 * @throws FORBIDDEN when the asker asks about collection nowhere
 * @throws INVALID_INPUT for days that cannot be
 */
export async function arrearsPage(ctx: RequestContext, wanted: ArrearsWanted, asOf: AsOf, args: PageArgs) {
  assertAsOf(asOf);
  const asked = { ...asOf, kinds: wanted.kinds ?? null };
  const firsts = isNow(asOf) ? firstsByIndex(ctx, wanted) : firstsOfAll(ctx, wanted, asOf);
  let debts = sqlFor
    .selectFrom(firsts.as('a'))
    .select([
      'a.estate_id as estateId',
      'a.unit_id as unitId',
      'a.payer_id as payerId',
      'a.currency',
      'a.due_day as oldestDueDay',
      'a.day as on',
      sql<number>`a.day - a.due_day`.as('daysOverdue'),
    ])
    .where(sql<boolean>`a.due_day < a.day`);
  const buckets = wanted.buckets ? sql<boolean>`${bucketOf('a')} = any(${[...wanted.buckets]}::text[])` : null;
  if (buckets) debts = debts.where(buckets);
  const about = asOf.on ?? aboutNow(ctx);
  const earliest = wanted.buckets ? earliestDueDay(wanted.buckets, about) : null;
  if (earliest !== null) debts = debts.where(sql<boolean>`a.due_day >= ${earliest}::date`);
  const found = await page(ctx.moment, debts, KEYS, args);
  return found.map((debt: Debt): ArrearsRow => ({ ...debt, asked }));
}

interface First {
  readonly id: string;
  readonly estate_id: string;
  readonly unit_id: string | null;
  readonly payer_id: string;
  readonly currency: Currency;
  readonly due_day: string;
  readonly day: string;
}

/** The oldest open charge of each debtor: those in the order of deadlines that have none before them. */
function firstsByIndex(ctx: RequestContext, wanted: ArrearsWanted) {
  const kinds = among('d.kind', 'text', wanted.kinds);
  return sql<First>`(
    select o.* from ${openCharges(ctx, wanted, {})} o
     where not exists (select 1 from charge d
       where d.company_id = ${ctx.asker.companyId} and d.payer_id = o.payer_id and d.open_minor > 0
         and d.unit_id is not distinct from o.unit_id and d.currency = o.currency
         and (d.due_day, d.id) < (o.due_day, o.id) ${kinds ? sql`and ${kinds}` : sql``}))`;
}

const firstsOfAll = (ctx: RequestContext, wanted: ArrearsWanted, asOf: AsOf) => sql<First>`(
  select distinct on (o.payer_id, o.unit_id, o.currency) o.* from ${openCharges(ctx, wanted, asOf)} o
   order by o.payer_id, o.unit_id, o.currency, o.due_day, o.id)`;
