import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { listBy } from '../list-by.js';
import { inReach } from '../reach.js';

const REPORTS = sqlFor
  .selectFrom('corrective_action_report as r')
  .select(
    columns(
      'r',
      'id',
      'action_id',
      'attempt',
      'note',
      'done_by_id',
      'done_at',
      'in_time',
      'verdict',
      'finding',
      'judged_by_id',
      'judged_at',
    ),
  );

/** The reports that an action is done, by the action's id, the first one first. @rule R-ORG-25 */
export const reportsOfAction = (ctx: RequestContext) =>
  ctx.moment.once(reportsOfAction, () =>
    listBy(
      (ids) => {
        const reach = inReach(ctx, 'correction.read', 'r.estate_id', true);
        const reports = REPORTS.where('r.company_id', '=', ctx.asker.companyId).where(
          sql<boolean>`r.action_id = any(${[...ids]}::uuid[])`,
        );
        return ctx.moment.read((reach ? reports.where(reach) : reports).orderBy('r.attempt'));
      },
      (row) => row.actionId,
    ),
  );

export type ActionReportRow = Awaited<ReturnType<ReturnType<typeof reportsOfAction>['load']>>[number];
