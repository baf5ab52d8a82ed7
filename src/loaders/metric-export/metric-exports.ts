import { sql } from 'kysely';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';

const EXPORTS = sqlFor
  .selectFrom('metric_export as x')
  .select(
    columns(
      'x',
      'id',
      'company_id',
      'account_id',
      'kind',
      'format',
      'language',
      'wanted',
      'state',
      'requested_at',
      'started_at',
      'snapshot_epoch',
      'snapshot_seq',
      'snapshot_at',
      'rows',
      'rows_written',
      'sums',
      'bytes',
      'ready_at',
      'expires_at',
      'failure',
    ),
  );

/** The asker's own files. */
const ownExports = ({ asker }: RequestContext) =>
  EXPORTS.where('x.company_id', '=', asker.companyId).where('x.requester_id', '=', asker.subjectId);

/** Files of figures by id; null where they are somebody else's. */
export const metricExportById = (ctx: RequestContext) =>
  ctx.moment.once(metricExportById, () =>
    byId((ids) => ctx.moment.read(ownExports(ctx).where(sql<boolean>`x.id = any(${ids}::uuid[])`))),
  );

const KEYS: readonly SortKey[] = [{ column: 'x.id', type: 'uuid', descending: true }];

/** A page of the asker's own files, the latest asked for first. */
export const metricExportsPage = (ctx: RequestContext, args: PageArgs) => page(ctx.moment, ownExports(ctx), KEYS, args);

export type MetricExportRow = NonNullable<Awaited<ReturnType<ReturnType<typeof metricExportById>['load']>>>;
