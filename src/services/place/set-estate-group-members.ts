import { EstateGroup, EstateGroupMember } from '../../entities/place/estate-group.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from './steps/find-row.js';
import { findAll } from './steps/find-all.js';

interface SetEstateGroupMembers extends CommandInput {
  readonly groupId: string;
  /** All estates of the group from now on; at most 1,000, checked at the door. */
  readonly estateIds: readonly string[];
}

/**
 * Sets the estates of a group. Roles that were given on the group reach the new set from now on.
 * @throws FORBIDDEN group.manage without it on all estates
 * @throws NOT_FOUND estate group, or estate when one of them is unknown
 */
export async function setEstateGroupMembers(
  ctx: CommandContext,
  input: SetEstateGroupMembers,
): Promise<{ groupId: string }> {
  authorizeOn(ctx.principal, 'group.manage', null);
  const group = await findRow(ctx, EstateGroup, 'estate group', input.groupId, 'lock');
  const wanted = new Set((await findAll(ctx, Estate, 'estate', input.estateIds)).map((estate) => estate.id));
  const key = { companyId: ctx.companyId, groupId: group.id };
  const members = await ctx.em.find(EstateGroupMember, key);
  const gone = members.filter((member) => !wanted.has(member.estateId));
  for (const member of members) wanted.delete(member.estateId);
  for (const member of gone) ctx.em.remove(member);
  for (const estateId of wanted) ctx.em.create(EstateGroupMember, { ...key, estateId });
  ctx.record({
    type: 'identity.ESTATE_GROUP_CHANGED',
    estateId: null,
    subjectKind: 'estateGroup',
    subjectId: group.id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { added: wanted.size, removed: gone.length },
  });
  return { groupId: group.id };
}
