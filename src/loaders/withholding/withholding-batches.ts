import { sql } from 'kysely';
import type { OutgoingItem } from '../../domain/withholding/outgoing-file.js';
import type { ItemState } from '../../domain/withholding/withholding-life.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { byId } from '../by-id.js';
import { listBy } from '../list-by.js';
import { inReach } from '../reach.js';
import { wantedEstates } from '../wanted.js';

const BATCHES = sqlFor
  .selectFrom('withholding_batch as b')
  .select(
    columns(
      'b',
      ...(['id', 'estate_id', 'serial', 'due_until', 'stage', 'items', 'amount_minor', 'currency'] as const),
      ...(['drawn_by', 'drawn_at', 'sent_at', 'finished_at', 'version'] as const),
    ),
  );
const KEYS: readonly SortKey[] = [{ column: 'b.id', type: 'uuid', descending: true }];

function batchesInReach(ctx: RequestContext) {
  const batches = BATCHES.where('b.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'fee.bank', 'b.estate_id');
  return reach ? batches.where(reach) : batches;
}

/** Batches by id; null where the asker may not read them. */
export const batchById = (ctx: RequestContext) =>
  ctx.moment.once(batchById, () =>
    byId((ids) => ctx.moment.read(batchesInReach(ctx).where(sql<boolean>`b.id = any(${ids}::uuid[])`))),
  );

/** A page of the batches of estates, the latest first. @throws FORBIDDEN without `fee.bank` */
export function batchesPage(ctx: RequestContext, estateIds: readonly string[] | null, args: PageArgs) {
  let batches = BATCHES.where('b.company_id', '=', ctx.asker.companyId);
  const within = wantedEstates(ctx, 'fee.bank', estateIds);
  if (within) batches = batches.where(sql<boolean>`b.estate_id = any(${within}::uuid[])`);
  return page(ctx.moment, batches, KEYS, args);
}

/** How many items of a batch stand in a state, and what they amount to. */
interface StateCount {
  readonly batchId: string;
  readonly state: ItemState;
  readonly items: number;
  readonly amountMinor: number;
}

/** What became of the items of batches, by state. */
export const statesOfBatch = (ctx: RequestContext) =>
  ctx.moment.once(statesOfBatch, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          sql<StateCount>`
            select i.batch_id as "batchId", i.state, count(*)::int as items, sum(i.amount_minor)::bigint as "amountMinor"
              from withholding_item i where i.company_id = ${ctx.asker.companyId} and i.batch_id = any(${ids}::uuid[])
             group by i.batch_id, i.state order by i.batch_id, i.state`.compile(sqlFor),
        ),
      ({ batchId }) => batchId,
    ),
  );

const ITEMS = sqlFor
  .selectFrom('withholding_item as i')
  .select(
    columns(
      'i',
      ...(['id', 'estate_id', 'batch_id', 'mandate_id', 'payer_id', 'unit_id', 'reference', 'amount_minor'] as const),
      ...(['currency', 'attempt', 'state', 'bank_reference', 'fee_minor', 'withheld_on', 'failure_code'] as const),
      ...(['failure_reason', 'answered_at', 'payment_id', 'version'] as const),
    ),
  );
const ITEM_KEYS: readonly SortKey[] = [
  { column: 'i.reference', type: 'text' },
  { column: 'i.id', type: 'uuid' },
];

/** A page of the items of a batch that the asker has found, by reference; in some states where they are named. */
export function itemsOfBatch(
  ctx: RequestContext,
  batchId: string,
  states: readonly ItemState[] | null,
  args: PageArgs,
) {
  let items = ITEMS.where('i.company_id', '=', ctx.asker.companyId).where('i.batch_id', '=', batchId);
  const chosen = among('i.state', 'text', states);
  if (chosen) items = items.where(chosen);
  return page(ctx.moment, items, ITEM_KEYS, args);
}

/** The charges of items that the asker has found. */
export const chargesOfItem = (ctx: RequestContext) =>
  ctx.moment.once(chargesOfItem, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          sqlFor
            .selectFrom('withholding_charge as w')
            .select(columns('w', 'item_id', 'charge_id', 'estate_id', 'amount_minor'))
            .where('w.company_id', '=', ctx.asker.companyId)
            .where(sql<boolean>`w.item_id = any(${ids}::uuid[])`)
            .orderBy('w.charge_id'),
        ),
      ({ itemId }) => itemId,
    ),
  );

/** What a file to the bank says of the items of a batch that it waits for, by reference: the one place that reads whole accounts. */
export function outgoingItems(ctx: RequestContext, batchId: string): Promise<OutgoingItem[]> {
  const { companyId } = ctx.asker;
  return ctx.moment.read(
    sql<OutgoingItem>`
      select i.reference, coalesce(m.bank, '') as bank, coalesce(m.account, '') as account, coalesce(m.holder, '') as holder, m.agreement,
             i.amount_minor as "amountMinor", i.currency, case when u.id is not null then b.code || '-' || u.code end as room
        from withholding_item i
        join withholding_mandate m on m.company_id = ${companyId} and m.id = i.mandate_id
        left join unit u on u.company_id = ${companyId} and u.id = i.unit_id
        left join building b on b.company_id = ${companyId} and b.id = u.building_id
       where i.company_id = ${companyId} and i.batch_id = ${batchId}::uuid and i.state = 'OPEN' and m.redacted_at is null
       order by i.reference`.compile(sqlFor),
  );
}

const RESULTS = sqlFor
  .selectFrom('withholding_result as r')
  .select(
    columns(
      'r',
      ...(['id', 'estate_id', 'rows', 'withheld', 'failed', 'repeated', 'suspended', 'bad', 'flaws'] as const),
      ...(['loaded_by', 'loaded_at'] as const),
    ),
  );
const RESULT_KEYS: readonly SortKey[] = [{ column: 'r.id', type: 'uuid', descending: true }];

/** Answers of banks by id; null where the asker may not read them. */
export const resultById = (ctx: RequestContext) =>
  ctx.moment.once(resultById, () =>
    byId((ids) => {
      const results = RESULTS.where('r.company_id', '=', ctx.asker.companyId);
      const reach = inReach(ctx, 'fee.bank', 'r.estate_id');
      const found = results.where(sql<boolean>`r.id = any(${ids}::uuid[])`);
      return ctx.moment.read(reach ? found.where(reach) : found);
    }),
  );

/** A page of the answers of banks on estates, the latest first. @throws FORBIDDEN without `fee.bank` */
export function resultsPage(ctx: RequestContext, estateIds: readonly string[] | null, args: PageArgs) {
  let results = RESULTS.where('r.company_id', '=', ctx.asker.companyId);
  const within = wantedEstates(ctx, 'fee.bank', estateIds);
  if (within) results = results.where(sql<boolean>`r.estate_id = any(${within}::uuid[])`);
  return page(ctx.moment, results, RESULT_KEYS, args);
}

export type BatchRow = NonNullable<Awaited<ReturnType<ReturnType<typeof batchById>['load']>>>;
export type WithholdingItemRow = Awaited<ReturnType<typeof itemsOfBatch>>['nodes'][number];
export type WithholdingChargeRow = Awaited<ReturnType<ReturnType<typeof chargesOfItem>['load']>>[number];
export type WithholdingResultRow = NonNullable<Awaited<ReturnType<ReturnType<typeof resultById>['load']>>>;
