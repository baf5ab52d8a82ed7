import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { listBy } from '../list-by.js';
import { actionsInReach } from './corrective-action-by-id.js';

/** The corrective actions that came of something, by its id, the first raised first; none for residents. @rule R-CMP-20 */
export const actionsOfSource = (ctx: RequestContext) =>
  ctx.moment.once(actionsOfSource, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          actionsInReach(ctx)
            .where(sql<boolean>`a.source_id = any(${[...ids]}::uuid[])`)
            .orderBy('a.id'),
        ),
      (row) => row.sourceId,
    ),
  );
