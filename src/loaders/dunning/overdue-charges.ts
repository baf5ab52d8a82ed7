import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { chargesInReach } from '../charge/charge-by-id.js';
import { listBy } from '../list-by.js';
import { nowOf } from './dunning-cases.js';

/** More lines than these are read by the charges themselves. */
const MOST_LINES = 500;

/** What each open case is about: the charges whose deadline has passed and of which something is open, the oldest first. */
export const overdueOfCase = (ctx: RequestContext) =>
  ctx.moment.once(overdueOfCase, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          chargesInReach(ctx)
            .innerJoin('dunning_case as k', (join) =>
              join
                .onRef('k.company_id', '=', 'c.company_id')
                .onRef('k.payer_id', '=', 'c.payer_id')
                .onRef('k.currency', '=', 'c.currency'),
            )
            .select('k.id as caseId')
            .where(sql<boolean>`k.id = any(${[...ids]}::uuid[]) and k.closed_at is null`)
            .where(sql<boolean>`c.unit_id is not distinct from k.unit_id and c.open_minor > 0`)
            .where(sql<boolean>`c.due_day < (${nowOf(ctx)} at time zone z.time_zone)::date`)
            .orderBy('c.due_day')
            .orderBy('c.id')
            .limit(MOST_LINES * ids.length),
        ),
      (row) => row.caseId,
    ),
  );
