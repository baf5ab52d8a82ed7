import type { Role } from '../../../domain/identity/role.js';
import type { CommandContext } from '../../command/command-context.js';

const HOLDERS = `
select distinct r.staff_id as id
  from role_assignment r
  join staff s on s.company_id = r.company_id and s.id = r.staff_id and s.inactive_since is null
 where r.company_id = $1 and r.role = any($2::text[])
   and (r.estate_id = $3 or r.estate_id is null and r.group_id is null
        or exists (select 1 from estate_group_member m
                    where m.company_id = r.company_id and m.group_id = r.group_id and m.estate_id = $3))`;

/**
 * The members of staff who hold one of the roles on an estate: by itself, by a group, or on all of the company; of no
 * estate, those of the whole company.
 * @rule D-11
 */
export async function holdersOfRole(
  ctx: CommandContext,
  roles: readonly Role[],
  estateId: string | null,
): Promise<string[]> {
  const found = await ctx.execute<{ id: string }>(HOLDERS, [ctx.companyId, roles, estateId]);
  return found.map((row) => row.id);
}
