import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { listBy } from '../list-by.js';

/** The last decisions of an approval that are shown: more rounds than any matter takes. */
const MOST_DECISIONS = 50;

/** What was done to approvals, earliest first; the approvals themselves were read already. */
export const decisionsOfApproval = (ctx: RequestContext) =>
  ctx.moment.once(decisionsOfApproval, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          DECISIONS.where('d.company_id', '=', ctx.asker.companyId)
            .where(sql<boolean>`d.approval_id = any(${ids}::uuid[])`)
            .where(
              sql<boolean>`d.version > (select a.version - ${MOST_DECISIONS} from approval a where a.company_id = d.company_id and a.id = d.approval_id)`,
            ),
        ),
      (row) => row.approvalId,
    ),
  );

const DECISIONS = sqlFor
  .selectFrom('approval_decision as d')
  .select(
    columns(
      'd',
      'id',
      'approval_id',
      'version',
      'round',
      'verdict',
      'decided_by',
      'on_behalf_of',
      'reason',
      'decided_at',
    ),
  )
  .orderBy('d.approval_id')
  .orderBy('d.version');

export type ApprovalDecisionRow = Awaited<ReturnType<ReturnType<typeof decisionsOfApproval>['load']>>[number];
