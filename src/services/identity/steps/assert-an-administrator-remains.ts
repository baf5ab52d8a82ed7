import { ruleRefused } from '../../../domain/errors.js';
import { atTheDoor } from '../../../tenancy/identity/door-transaction.js';
import type { CommandContext } from '../../command/command-context.js';

const OTHERS = `
select 1
  from role_assignment r
  join account a on a.company_id = r.company_id and a.staff_id = r.staff_id and a.disabled_at is null and a.kind = 'STAFF'
 where r.company_id = ? and r.role = 'COMPANY_ADMIN' and r.estate_id is null and r.group_id is null and r.staff_id <> ?
 limit 1`;

/**
 * Keeps a company from locking itself out: somebody else who administers all of it can sign in. Who takes an
 * administrator away waits here for others who do, so that two cannot take the last two.
 * @throws RULE_REFUSED LAST_ADMINISTRATOR
 */
export async function assertAnAdministratorRemains(ctx: CommandContext, staffId: string): Promise<void> {
  await ctx.em.execute(`select pg_advisory_xact_lock(hashtextextended('administrators ' || ?, 0))`, [ctx.companyId]);
  const others = await atTheDoor(ctx.em, () => ctx.em.execute<unknown[]>(OTHERS, [ctx.companyId, staffId]));
  if (others.length === 0) throw ruleRefused('LAST_ADMINISTRATOR', 'Nobody else administers the company.', { staffId });
}
