import { ruleRefused } from '../../../domain/errors.js';
import { dutiesOverlap, type DutyPeriod } from '../../../domain/duty/duty-period.js';
import type { Role } from '../../../domain/identity/role.js';
import { Duty } from '../../../entities/duty/duty.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { holdsRoleOn } from '../../people/steps/holds-role-on.js';

/** A duty as it is meant to be. */
interface WantedDuty extends DutyPeriod {
  /** The duty that the period is meant for, where it exists already. */
  readonly id?: string;
  readonly staffId: string;
  readonly post: Role;
  /** Null: all estates of the company. */
  readonly estateId: string | null;
}

/**
 * Refuses a duty of somebody who does not hold the post there, and one in which the same person stands at the same post
 * for the same estate already. Several persons may stand at one post. One planner at a time for a person and post.
 * @rule D-11
 * @throws RULE_REFUSED D-11 with `staffId` and `post`, and for an overlap the `dutyId`
 */
export async function assertPostIsFree(ctx: CommandContext, wanted: WantedDuty): Promise<void> {
  const { companyId, em } = ctx;
  const { staffId, post, estateId } = wanted;
  if (!(await holdsRoleOn(ctx, staffId, [post], estateId)))
    throw ruleRefused('D-11', 'Only who holds the post there has duty at it.', { staffId, post, estateId });
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`duty/${companyId}/${staffId}/${post}`]);
  const planned = await em.find(Duty, {
    companyId,
    staffId,
    post,
    untilAt: { $gt: wanted.fromAt },
    fromAt: { $lt: wanted.untilAt },
  });
  const other = planned.find(
    (row) =>
      row.id !== wanted.id &&
      (row.estateId == null || estateId === null || row.estateId === estateId) &&
      dutiesOverlap(row, wanted),
  );
  if (other)
    throw ruleRefused('D-11', 'The person stands at this post then already.', { staffId, post, dutyId: other.id });
}
