import { notFound, ruleRefused } from '../../../domain/errors.js';
import { isId } from '../../../domain/id.js';
import type { Role } from '../../../domain/identity/role.js';
import { Staff } from '../../../entities/people/staff.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { holdsRoleOn } from '../../people/steps/holds-role-on.js';

/** The roles of the Engineering department. @rule R-RPR-02 */
const ENGINEERING: readonly Role[] = ['ENGINEERING_HEAD', 'TECHNICIAN'];

/**
 * Lets pass somebody who may work on repairs of an estate.
 * @rule R-RPR-02
 * @throws NOT_FOUND when the member of staff is not seen
 * @throws RULE_REFUSED when the person holds no Engineering role on the estate
 */
export async function assertEngineer(ctx: CommandContext, staffId: string, estateId: string): Promise<void> {
  const { companyId } = ctx;
  const staff = isId(staffId) ? await ctx.em.findOne(Staff, { companyId, id: staffId }) : null;
  if (!staff) throw notFound('staff');
  if (await holdsRoleOn(ctx, staffId, ENGINEERING, estateId)) return;
  throw ruleRefused('R-RPR-02', 'The named member of staff holds no Engineering role on this estate.', {
    technicianId: staffId,
  });
}
