import { sql } from 'kysely';
import { isOwed, OBLIGATION_STATES } from '../../domain/obligation/obligation-state.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { listBy } from '../list-by.js';
import { obligationsInReach } from './obligation-by-id.js';

const OWED = OBLIGATION_STATES.filter(isOwed);

/** What is still owed about tickets, units and customers, by the id of each, the first due first. */
export const openObligationsOf = (ctx: RequestContext) =>
  ctx.moment.once(openObligationsOf, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          obligationsInReach(ctx)
            .where(sql<boolean>`o.subject_id = any(${[...ids]}::uuid[])`)
            .where(sql<boolean>`o.state = any(${OWED}::text[])`)
            .orderBy('o.due_at')
            .orderBy('o.id'),
        ),
      (row) => row.subjectId,
    ),
  );
