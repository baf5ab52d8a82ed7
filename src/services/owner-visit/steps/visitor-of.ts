import { visitorPost } from '../../../domain/owner-visit/visitor.js';
import type { Role } from '../../../domain/identity/role.js';
import { Staff } from '../../../entities/people/staff.entity.js';
import { rolesOn } from '../../../tenancy/principal.js';
import { dayAt } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { holdsRoleOn } from '../../people/steps/holds-role-on.js';
import { findRow } from '../../place/steps/find-row.js';
import { policyInForce } from '../../policy/steps/policy-in-force.js';

/** Who visits, in which post, and which posts may. */
interface Visitor {
  readonly staffId: string;
  readonly post: Role | null;
  readonly posts: readonly Role[];
}

/**
 * Who visits, and in which of the posts that visit; the asker where nobody is named.
 * @rule R-VIS-02 @rule R-VIS-23 @rule P-07
 * @throws NOT_FOUND staff
 */
export async function visitorOf(
  ctx: CommandContext,
  { estateId, at, visitorId }: { readonly estateId: string; readonly at: Date; readonly visitorId?: string | null },
): Promise<Visitor> {
  const { visitors: posts } = await policyInForce(ctx, 'P-07', estateId, await dayAt(ctx, estateId, at));
  const own = ctx.principal.subjectId;
  if (visitorId == null || visitorId === own)
    return { staffId: own, post: visitorPost(rolesOn(ctx.principal, estateId), posts), posts };
  const { id: staffId } = await findRow(ctx, Staff, 'staff', visitorId);
  const held: Role[] = [];
  for (const post of posts) if (await holdsRoleOn(ctx, staffId, [post], estateId)) held.push(post);
  return { staffId, post: visitorPost(held, posts), posts };
}
