import { sql } from 'kysely';
import { notFound } from '../domain/errors.js';
import { isId } from '../domain/id.js';
import type { Action } from '../domain/identity/action.js';
import { authorize } from '../tenancy/authorize.js';
import { reaches } from '../tenancy/principal.js';
import { ReadMoment } from '../tenancy/read/read-moment.js';
import { sqlFor } from '../tenancy/read/tables.js';
import type { RequestContext } from '../tenancy/request-context.js';
import { sessionVariables } from '../tenancy/session-variables.js';

/**
 * Lets a subscription begin whose estates the asker sees and reaches by an action.
 * @throws NOT_FOUND when an estate is unknown, foreign or out of reach
 */
export async function assertFeedEstates(ctx: RequestContext, action: Action, wanted: readonly string[]): Promise<void> {
  const { asker } = ctx;
  const scope = authorize(asker, action);
  if (!wanted.every((id) => isId(id) && reaches(scope, id))) throw notFound('estate');
  const moment = new ReadMoment(ctx.house.pool, sessionVariables(asker), asker.companyId);
  try {
    const seen = await moment.read(
      sqlFor
        .selectFrom('estate as e')
        .select('e.id')
        .where('e.company_id', '=', asker.companyId)
        .where(sql<boolean>`e.id = any(${[...wanted]}::uuid[])`),
    );
    if (seen.length !== new Set(wanted).size) throw notFound('estate');
  } finally {
    await moment.finish();
  }
}
