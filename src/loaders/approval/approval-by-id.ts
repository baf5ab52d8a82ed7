import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { approvalsInSight } from './approvals-in-sight.js';

/** Approvals by id; null where the asker may not see them. */
export const approvalById = (ctx: RequestContext) =>
  ctx.moment.once(approvalById, () =>
    byId(async (ids) => {
      const approvals = await approvalsInSight(ctx);
      return ctx.moment.read(approvals.where(sql<boolean>`a.id = any(${ids}::uuid[])`));
    }),
  );
