import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { sqlFor } from '../../tenancy/read/tables.js';

/** Sign-ins of one account that are told of. */
const MAX_SESSIONS = 100;

/** The asker's own sign-ins that go on, the latest refreshed first. A sign-in began when its id was made. */
export async function ownSessions(ctx: RequestContext) {
  const { companyId, accountId } = ctx.asker;
  const now = ctx.house.clock?.now() ?? null;
  const found = await ctx.moment.read(
    sqlFor
      .selectFrom('refresh_token as t')
      .select('t.family_id as id')
      .select([
        sql<Date>`uuid_extract_timestamp(t.family_id)`.as('startedAt'),
        sql<Date>`max(t.issued_at)`.as('lastRefreshedAt'),
        sql<Date>`max(t.expires_at)`.as('expiresAt'),
      ])
      .where('t.company_id', '=', companyId)
      .where('t.account_id', '=', accountId)
      .groupBy('t.family_id')
      .having(sql<boolean>`bool_and(t.revoked_at is null)`)
      .having(sql<boolean>`max(t.expires_at) > coalesce(${now}::timestamptz, now())`)
      .orderBy(sql`max(t.issued_at)`, 'desc')
      .orderBy('t.family_id')
      .limit(MAX_SESSIONS),
  );
  return found.map((row) => ({ ...row, current: row.id === ctx.bearer?.familyId }));
}
