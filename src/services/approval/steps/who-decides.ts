import { ACTIONS_OF_ROLE } from '../../../domain/identity/actions-of-role.js';
import type { Action } from '../../../domain/identity/action.js';
import { ROLES } from '../../../domain/identity/role.js';
import { Approval } from '../../../entities/approval/approval.entity.js';
import { dayAt } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { holdersOfRole } from '../../people/steps/holders-of-role.js';
import { policyInForce } from '../../policy/steps/policy-in-force.js';

const DEPUTIES = `
select distinct d.staff_id as id
  from deputy d
  join staff s on s.company_id = d.company_id and s.id = d.staff_id and s.inactive_since is null
 where d.company_id = $1 and d.role = any($2::text[]) and d.absent_id = any($3::uuid[])
   and (d.estate_id is null or d.estate_id = $4::uuid) and d.from_day <= $5::date and d.until_day > $6::date`;

/**
 * Whom the present step of an approval waits for: whoever holds a role with its action there, and who stands in for one
 * of them today where the company has deputies; never who has prepared it.
 * @rule R-ORG-68 @rule Q-43
 */
export async function whoDecides(ctx: CommandContext, approvalId: string): Promise<string[]> {
  const approval = await ctx.em.findOne(Approval, { companyId: ctx.companyId, id: approvalId }, { refresh: true });
  const action = approval?.awaitedAction;
  if (!approval || action == null) return [];
  const estateId = approval.estateId ?? null;
  const roles = ROLES.filter((role) => ACTIONS_OF_ROLE[role].includes(action as Action));
  const others = (people: readonly string[]): string[] => people.filter((id) => id !== approval.preparedBy);
  const holders = others(await holdersOfRole(ctx, roles, estateId));
  const now = ctx.clock.now();
  const { allowed } = await policyInForce(ctx, 'Q-43', null, await dayAt(ctx, null, now));
  if (!allowed || holders.length === 0) return holders;
  const day = await dayAt(ctx, estateId, now);
  const deputies = await ctx.execute<{ id: string }>(DEPUTIES, [ctx.companyId, roles, holders, estateId, day, day]);
  return [...holders, ...others(deputies.map(({ id }) => id))];
}
