import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { byId } from '../by-id.js';

/** Proposals of policy changes by id; whoever sees the approval sees what is to be approved. */
export const policyProposalById = (ctx: RequestContext) =>
  ctx.moment.once(policyProposalById, () =>
    byId((ids) =>
      ctx.moment.read(
        PROPOSALS.where('p.company_id', '=', ctx.asker.companyId).where(sql<boolean>`p.id = any(${ids}::uuid[])`),
      ),
    ),
  );

const PROPOSALS = sqlFor
  .selectFrom('policy_proposal as p')
  .select(
    columns('p', 'id', 'key', 'estate_id', 'effective_from', 'value', 'estates_may_override', 'reason', 'proposed_at'),
  );

export type PolicyProposalRow = NonNullable<Awaited<ReturnType<ReturnType<typeof policyProposalById>['load']>>>;
