import type { Role } from '../../../domain/identity/role.js';
import type { CommandContext } from '../../command/command-context.js';

const HELD = `
select 1 as one from role_assignment r
  left join estate_group_member m on m.company_id = r.company_id and m.group_id = r.group_id and m.estate_id = ?::uuid
 where r.company_id = ? and r.staff_id = ?
   and r.role in (select value from json_array_elements_text(?::json))
   and (r.estate_id = ?::uuid or m.estate_id is not null or (r.estate_id is null and r.group_id is null))
 limit 1`;

/**
 * Whether a member of staff holds one of the roles on an estate: there, on one of its groups, or on all of the company.
 * With null for the estate only a role on all of the company counts. @rule D-11
 */
export async function holdsRoleOn(
  ctx: CommandContext,
  staffId: string,
  roles: readonly Role[],
  estateId: string | null,
): Promise<boolean> {
  const values = [estateId, ctx.companyId, staffId, JSON.stringify(roles), estateId];
  return (await ctx.em.execute<unknown[]>(HELD, values)).length > 0;
}
