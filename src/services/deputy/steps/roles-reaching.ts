import type { Role } from '../../../domain/identity/role.js';
import type { CommandContext } from '../../command/command-context.js';

const HELD = `
select distinct r.role
  from role_assignment r
  left join estate_group_member m on m.company_id = r.company_id and m.group_id = r.group_id and m.estate_id = ?
 where r.company_id = ? and r.staff_id = ?
   and (r.estate_id = ? or m.estate_id is not null or (r.estate_id is null and r.group_id is null))`;

/** The roles of a member of staff that reach an estate, or all of the company where `estateId` is null. @rule D-11 */
export async function rolesReaching(ctx: CommandContext, staffId: string, estateId: string | null): Promise<Role[]> {
  const rows = await ctx.em.execute<{ role: Role }[]>(HELD, [estateId, ctx.companyId, staffId, estateId]);
  return rows.map((row) => row.role);
}
