import { sql } from 'kysely';
import type { NoticeState } from '../../domain/payment-notice/notice-life.js';
import type { NoticeTiming } from '../../domain/payment-notice/notice-window.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

/** Which notices are asked for; conditions hold together. */
interface NoticesWanted {
  readonly estateIds?: readonly string[] | null;
  readonly month?: string | null;
  readonly runId?: string | null;
  readonly states?: readonly NoticeState[] | null;
  readonly timings?: readonly NoticeTiming[] | null;
  readonly buildingIds?: readonly string[] | null;
  readonly stewardId?: string | null;
  readonly payerId?: string | null;
  readonly unitId?: string | null;
  readonly number?: string | null;
}

const NOTICES = sqlFor
  .selectFrom('payment_notice as n')
  .select(
    columns(
      'n',
      'id',
      'estate_id',
      'run_id',
      'number',
      'payer_id',
      'unit_id',
      'building_id',
      'steward_id',
      'month',
      'state',
      'currency',
      'current_minor',
      'arrears_minor',
      'from_day',
      'until_day',
      'due_day',
      'drawn_at',
      'drawn_by',
      'seal',
      'sealed_at',
      'sealed_by',
      'brought_at',
      'timing',
      'replaces_id',
      'ended_at',
      'withdrawal_reason',
      'version',
    ),
  );

/** The notices that the asker may read: staff those of the estates in reach, a resident the own sealed ones. @rule D-30 */
function noticesInReach(ctx: RequestContext) {
  const notices = NOTICES.where('n.company_id', '=', ctx.asker.companyId);
  if (ctx.asker.kind === 'RESIDENT')
    return notices.where('n.payer_id', '=', ctx.asker.subjectId).where('n.sealed_at', 'is not', null);
  const reach = inReach(ctx, 'fee.read', 'n.estate_id');
  return reach ? notices.where(reach) : notices;
}

/** Payment notices by id; null where the asker may not read them. */
export const paymentNoticeById = (ctx: RequestContext) =>
  ctx.moment.once(paymentNoticeById, () =>
    byId((ids) => ctx.moment.read(noticesInReach(ctx).where(sql<boolean>`n.id = any(${ids}::uuid[])`))),
  );

/** The notices that stand in the place of others, by the id of those. */
export const successorOf = (ctx: RequestContext) =>
  ctx.moment.once(successorOf, () =>
    byId(async (ids) => {
      const rows = await ctx.moment.read(noticesInReach(ctx).where(sql<boolean>`n.replaces_id = any(${ids}::uuid[])`));
      return rows.flatMap((notice) => (notice.replacesId === null ? [] : { id: notice.replacesId, notice }));
    }),
  );

const KEYS: readonly SortKey[] = [{ column: 'n.id', type: 'uuid', descending: true }];

/** A page of the notices that the asker may read, the latest drawn first. */
export function paymentNoticesPage(ctx: RequestContext, wanted: NoticesWanted, args: PageArgs) {
  const one = (value: string | null | undefined): string[] | null => (value == null ? null : [value]);
  let notices = noticesInReach(ctx);
  for (const condition of [
    among('n.estate_id', 'uuid', wanted.estateIds),
    among('n.run_id', 'uuid', one(wanted.runId)),
    among('n.state', 'text', wanted.states),
    among('n.timing', 'text', wanted.timings),
    among('n.building_id', 'uuid', wanted.buildingIds),
    among('n.steward_id', 'uuid', one(wanted.stewardId)),
    among('n.payer_id', 'uuid', one(wanted.payerId)),
    among('n.unit_id', 'uuid', one(wanted.unitId)),
    among('n.number', 'text', one(wanted.number)),
    wanted.month == null ? null : sql<boolean>`n.month = ${wanted.month}::date`,
  ])
    if (condition) notices = notices.where(condition);
  return page(ctx.moment, notices, KEYS, args);
}

const ROUND_KEYS: readonly SortKey[] = [
  { column: 'b.code', type: 'text' },
  { column: 'u.code', type: 'text' },
  { column: 'n.id', type: 'uuid' },
];

/**
 * A page of what is still to be brought on estates where the asker brings notices, in the order of buildings and units; of one
 * steward, and of what no steward has by name.
 * @rule R-NTC-12 @rule R-ORG-33
 */
export function noticeRoundPage(
  ctx: RequestContext,
  { estateId, stewardId }: { readonly estateId: string; readonly stewardId: string },
  args: PageArgs,
) {
  let round = NOTICES.leftJoin('unit as u', (join) =>
    join.onRef('u.company_id', '=', 'n.company_id').onRef('u.id', '=', 'n.unit_id'),
  )
    .leftJoin('building as b', (join) =>
      join.onRef('b.company_id', '=', 'n.company_id').onRef('b.id', '=', 'n.building_id'),
    )
    .where('n.company_id', '=', ctx.asker.companyId)
    .where(sql<boolean>`n.state in ('DRAWN', 'SEALED')`);
  const own = among('n.steward_id', 'uuid', [stewardId]);
  for (const condition of [
    among('n.estate_id', 'uuid', [estateId]),
    own && sql<boolean>`(n.steward_id is null or ${own})`,
    inReach(ctx, 'fee.deliver', 'n.estate_id'),
  ])
    if (condition) round = round.where(condition);
  return page(ctx.moment, round, ROUND_KEYS, args);
}

export type PaymentNoticeRow = NonNullable<Awaited<ReturnType<ReturnType<typeof paymentNoticeById>['load']>>>;
