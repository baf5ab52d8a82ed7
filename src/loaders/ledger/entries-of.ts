import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { listBy } from '../list-by.js';
import { inReach } from '../reach.js';

/** More lines than this stand on no charge of daily life; a payment of a whole firm is read by its charges. */
const MOST_LINES = 500;

/** The entries that the asker may read: staff those of the estates in reach, a resident the own. @rule D-30 */
function entriesInReach(ctx: RequestContext) {
  const entries = sqlFor
    .selectFrom('ledger_entry as e')
    .select(
      columns(
        'e',
        'id',
        'estate_id',
        'payer_id',
        'kind',
        'charge_id',
        'payment_id',
        'amount_minor',
        'currency',
        'reverses_id',
        'reason',
        'booked_day',
        'recorded_at',
        'recorded_by',
      ),
    )
    .where('e.company_id', '=', ctx.asker.companyId);
  if (ctx.asker.kind === 'RESIDENT') return entries.where('e.payer_id', '=', ctx.asker.subjectId);
  const reach = inReach(ctx, 'fee.read', 'e.estate_id');
  return reach ? entries.where(reach) : entries;
}

/** Entries by id; null where the asker may not read them. */
export const entryById = (ctx: RequestContext) =>
  ctx.moment.once(entryById, () =>
    byId((ids) => ctx.moment.read(entriesInReach(ctx).where(sql<boolean>`e.id = any(${ids}::uuid[])`))),
  );

const entriesOn = (ctx: RequestContext, side: 'charge_id' | 'payment_id') =>
  listBy(
    (ids) =>
      ctx.moment.read(
        entriesInReach(ctx)
          .where(
            sql<boolean>`e.id in (select s.id from unnest(${ids}::uuid[]) as asked(id) cross join lateral (
              select x.id from ledger_entry x where x.company_id = ${ctx.asker.companyId} and x.${sql.raw(side)} = asked.id
               order by x.id limit ${MOST_LINES}) as s)`,
          )
          .orderBy('e.id'),
      ),
    (row) => (side === 'charge_id' ? row.chargeId : row.paymentId) ?? '',
  );

/** What stands on charges, earliest first, at most 500 lines each. */
export const entriesOfCharge = (ctx: RequestContext) =>
  ctx.moment.once(entriesOfCharge, () => entriesOn(ctx, 'charge_id'));

/** What became of payments, earliest first, at most 500 lines each. */
export const entriesOfPayment = (ctx: RequestContext) =>
  ctx.moment.once(entriesOfPayment, () => entriesOn(ctx, 'payment_id'));

export type EntryRow = NonNullable<Awaited<ReturnType<ReturnType<typeof entryById>['load']>>>;
