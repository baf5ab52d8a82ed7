import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Which sign-ins of an account are ended: one, all but one, or, with neither, all. */
interface WhichSignIns {
  readonly companyId: string;
  readonly accountId: string;
  readonly only?: string;
  readonly except?: string | null;
}

const END = `
update refresh_token set revoked_at = ?
 where company_id = ? and account_id = ? and revoked_at is null
   and (?::uuid is null or family_id = ?::uuid) and (?::uuid is null or family_id <> ?::uuid)
returning family_id as "familyId", expires_at > ? as live`;

/**
 * Revokes the refresh tokens of sign-ins, at the door. The event that follows in the same transaction makes every node
 * forget their access tokens.
 * @returns how many sign-ins had not ended before
 */
export async function endSignIns(em: SqlEntityManager, now: Date, which: WhichSignIns): Promise<number> {
  const { companyId, accountId, only = null, except = null } = which;
  const values = [now, companyId, accountId, only, only, except, except, now];
  const ended = await em.execute<{ familyId: string; live: boolean }[]>(END, values, 'all');
  return new Set(ended.filter((row) => row.live).map((row) => row.familyId)).size;
}
