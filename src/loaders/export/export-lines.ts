import { sql } from 'kysely';
import { BYTE_ORDER_MARK, csvLine } from '../../domain/export/csv-cell.js';
import { notFound } from '../../domain/errors.js';
import type { Action } from '../../domain/identity/action.js';
import { authorize, may } from '../../tenancy/authorize.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { inReach } from '../reach.js';
import type { ExportedEstate, ExportKind, ExportRange } from './export-kind.js';

/** What is to be written. */
export interface ExportOrder extends ExportRange {
  /** Codes of estates; absent: all in reach. */
  readonly estates?: readonly string[] | null;
  readonly language: 'en' | 'zh';
}

/** Rows in memory at once. */
const PAGE = 1_000;

/**
 * The lines of a CSV file that spreadsheets open, estate by estate, each as it stands in one moment of its own: a moment
 * for all of them would be held open too long. Memory does not grow with the number of rows.
 * @throws FORBIDDEN when the asker holds the kind's action nowhere
 * @throws NOT_FOUND when an estate is not in reach
 */
export async function* exportLines<R>(
  ctx: RequestContext,
  kind: ExportKind<R>,
  order: ExportOrder,
): AsyncGenerator<string> {
  authorize(ctx.principal, kind.action);
  const estates = await estatesOf(ctx, kind.action, order.estates ?? null);
  yield (
    BYTE_ORDER_MARK + csvLine(kind.columns.map(({ title, titleZh }) => (order.language === 'zh' ? titleZh : title)))
  );
  for (const estate of estates) {
    await ctx.renew();
    const asker = {
      unmasked: may(ctx.principal, 'customer.unmask', estate.id),
      customers: may(ctx.principal, 'customer.read', estate.id),
    };
    for (let last: R | null = null; ;) {
      const rows: R[] = await kind.page(ctx, estate, { ...order, last, size: PAGE });
      if (rows.length > 0)
        yield rows.map((row) => csvLine(kind.columns.map(({ cell }) => cell(row, estate, asker)))).join('');
      last = rows.at(-1) ?? null;
      if (rows.length < PAGE) break;
    }
  }
}

async function estatesOf(
  ctx: RequestContext,
  action: Action,
  codes: readonly string[] | null,
): Promise<ExportedEstate[]> {
  let query = sqlFor
    .selectFrom('estate as e')
    .select(['e.id', 'e.code', 'e.name', 'e.time_zone as timeZone'])
    .where('e.company_id', '=', ctx.asker.companyId)
    .orderBy('e.code');
  const reach = inReach(ctx, action, 'e.id');
  if (reach) query = query.where(reach);
  if (codes) query = query.where(sql<boolean>`e.code = any(${[...codes]}::text[])`);
  const found = await ctx.moment.read(query);
  const missing = codes?.find((code) => !found.some((estate) => estate.code === code));
  if (missing !== undefined) throw notFound(`estate ${missing}`);
  return found;
}
