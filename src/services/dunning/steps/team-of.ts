import type { Role } from '../../../domain/identity/role.js';
import { DunningStepMember } from '../../../entities/dunning/dunning-step-member.entity.js';
import type { DunningStep } from '../../../entities/dunning/dunning-step.entity.js';
import { newId } from '../../../entities/new-id.js';
import { Staff } from '../../../entities/people/staff.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { holdsRoleOn } from '../../people/steps/holds-role-on.js';
import { findRow } from '../../place/steps/find-row.js';
import { policyInForce } from '../../policy/steps/policy-in-force.js';

/** Who goes to a debtor, and what the policy says of them. */
export interface DunningTeam {
  readonly staffIds: readonly string[];
  readonly teamAtLeast: number;
  /** Whether somebody holds the post that leads. */
  readonly isLed: boolean;
  /** Whether somebody holds none of the posts that dun. */
  readonly byOtherPost: boolean;
}

/**
 * A team: whoever is named, once each; the asker where nobody is.
 * @rule R-DUN-06 @rule R-FEE-10 @rule P-31
 * @throws NOT_FOUND staff
 */
export async function teamOf(
  ctx: CommandContext,
  estateId: string,
  named: readonly string[] | null | undefined,
  day: string,
): Promise<DunningTeam> {
  const { leads, mayJoin, teamAtLeast } = await policyInForce(ctx, 'P-31', estateId, day);
  const wanted = named && named.length > 0 ? named : ctx.principal.kind === 'STAFF' ? [ctx.principal.subjectId] : [];
  const staffIds: string[] = [];
  let [isLed, byOtherPost] = [false, false];
  const holds = (staffId: string, roles: readonly Role[]) => holdsRoleOn(ctx, staffId, roles, estateId);
  for (const id of new Set(wanted)) {
    const { id: staffId } = await findRow(ctx, Staff, 'staff', id);
    staffIds.push(staffId);
    if (await holds(staffId, [leads])) isLed = true;
    else if (!(await holds(staffId, mayJoin))) byOtherPost = true;
  }
  return { staffIds, teamAtLeast, isLed, byOtherPost };
}

/** Has a step be of a team, in place of whoever it was of before. */
export async function writeTeam(ctx: CommandContext, step: DunningStep, staffIds: readonly string[]): Promise<void> {
  const { companyId } = ctx;
  const { id: stepId, estateId } = step;
  await ctx.em.flush();
  await ctx.execute('delete from dunning_step_member where company_id = $1 and step_id = $2', [companyId, stepId]);
  for (const staffId of staffIds)
    ctx.em.create(DunningStepMember, { companyId, id: newId(), estateId, stepId, staffId });
}
