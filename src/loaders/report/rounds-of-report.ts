import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { listBy } from '../list-by.js';
import { inReach } from '../reach.js';

const ROUNDS = sqlFor
  .selectFrom('report_round as d')
  .select(
    columns(
      'd',
      'report_id',
      'round',
      'submitted_by_id',
      'submitted_at',
      'decision',
      'decided_by_id',
      'decided_at',
      'remark',
    ),
  );

/** Each time that reports were handed in, by the report's id, the first first. @rule R-ORG-68 */
export const roundsOfReport = (ctx: RequestContext) =>
  ctx.moment.once(roundsOfReport, () =>
    listBy(
      (ids) => {
        const rounds = ROUNDS.where('d.company_id', '=', ctx.asker.companyId).where(
          sql<boolean>`d.report_id = any(${[...ids]}::uuid[])`,
        );
        const reach = inReach(ctx, 'report.read', 'd.estate_id');
        return ctx.moment.read((reach ? rounds.where(reach) : rounds).orderBy('d.round'));
      },
      (row) => row.reportId,
    ),
  );

export type ReportRoundRow = Awaited<ReturnType<ReturnType<typeof roundsOfReport>['load']>>[number];
