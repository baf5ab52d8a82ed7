import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { isId } from '../../domain/id.js';
import type { Role } from '../../domain/identity/role.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import { inReach } from '../reach.js';

/** One role of a member of staff with its reach. */
interface RoleRow {
  readonly id: string;
  readonly role: Role;
  readonly everywhere: boolean;
  readonly estateIds: readonly string[];
  readonly groupId: string | null;
}

/**
 * The roles of members of staff, oldest first, by the person's id: those on estates that the asker may read staff of,
 * and those of groups and of the whole company.
 */
export const rolesOfStaff = (ctx: RequestContext) =>
  ctx.moment.once(
    rolesOfStaff,
    () =>
      new DataLoader<string, readonly RoleRow[]>(
        async (asked) => {
          const found = await select(ctx, asked.filter(isId));
          const roles = found.map(({ staffId, estateId, groupId, memberIds, ...row }) => {
            const estateIds = groupId === null ? (estateId === null ? [] : [estateId]) : memberIds;
            return { staffId, ...row, groupId, estateIds, everywhere: estateId === null && groupId === null };
          });
          return asked.map((id) => roles.filter((row) => row.staffId === id));
        },
        { maxBatchSize: 1000 },
      ),
  );

function select(ctx: RequestContext, staffIds: readonly string[]) {
  const reach = inReach(ctx, 'staff.read', 'r.estate_id', true);
  const query = sqlFor
    .selectFrom('role_assignment as r')
    .select(['r.id', 'r.staff_id as staffId', 'r.role', 'r.estate_id as estateId', 'r.group_id as groupId'])
    .select(
      sql<string[]>`array(select m.estate_id from estate_group_member m
        where m.company_id = r.company_id and m.group_id = r.group_id order by m.estate_id)`.as('memberIds'),
    )
    .where('r.company_id', '=', ctx.asker.companyId)
    .where(sql<boolean>`r.staff_id = any(${staffIds}::uuid[])`)
    .orderBy('r.id');
  return ctx.moment.read(reach ? query.where(reach) : query);
}
