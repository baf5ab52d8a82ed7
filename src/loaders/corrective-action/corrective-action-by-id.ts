import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

const ACTIONS = sqlFor
  .selectFrom('corrective_action as a')
  .select(
    columns(
      'a',
      'id',
      'estate_id',
      'kind',
      'source_kind',
      'source_id',
      'stage',
      'problem',
      'cause',
      'measure',
      'owner_id',
      'due_day',
      'due_at',
      'raised_by_id',
      'raised_at',
      'planned_at',
      'done_at',
      'verified_at',
      'reopenings',
      'postponements',
      'cancelled_at',
      'cancelled_by_id',
      'cancel_reason',
      'version',
    ),
  );

/** The condition that an action is to be done and its due instant has passed. */
export const overdueAt = (ctx: RequestContext) =>
  sql<boolean>`(a.stage = 'PLANNED' and a.due_at < coalesce(${ctx.house.clock?.now() ?? null}::timestamptz, now()))`;

/** The actions that the asker may read: on the estates in reach, and the company's own. Residents see none. */
export function actionsInReach(ctx: RequestContext) {
  const actions = ACTIONS.select(overdueAt(ctx).as('overdue')).where('a.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'correction.read', 'a.estate_id', true);
  return reach ? actions.where(reach) : actions;
}

/** Corrective actions by id; null where the asker may not read them. */
export const correctiveActionById = (ctx: RequestContext) =>
  ctx.moment.once(correctiveActionById, () =>
    byId((ids) => ctx.moment.read(actionsInReach(ctx).where(sql<boolean>`a.id = any(${ids}::uuid[])`))),
  );

export type CorrectiveActionRow = NonNullable<Awaited<ReturnType<ReturnType<typeof correctiveActionById>['load']>>>;
