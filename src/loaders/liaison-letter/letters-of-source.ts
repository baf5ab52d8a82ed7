import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { listBy } from '../list-by.js';
import { lettersInReach } from './liaison-letter-by-id.js';

/** The letters about something, by its id, the first one first; none for residents. @rule R-ESC-01 */
export const lettersOfSource = (ctx: RequestContext) =>
  ctx.moment.once(lettersOfSource, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          lettersInReach(ctx)
            .where(sql<boolean>`l.source_id = any(${[...ids]}::uuid[])`)
            .orderBy('l.id'),
        ),
      (row) => row.sourceId ?? '',
    ),
  );
