import { endOfMonth } from '../../../domain/owner-visit/visit-month.js';
import { endsQuarter, summaryDue } from '../../../domain/owner-visit/visit-summary.js';
import type { Role } from '../../../domain/identity/role.js';
import type { ObligationKind } from '../../../domain/obligation/obligation-kind.js';
import type { VisitMonth } from '../../../entities/owner-visit/visit-month.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { owe } from '../../obligation/steps/owe.js';
import { policyInForce } from '../../policy/steps/policy-in-force.js';

/**
 * Has owed what goes with a month of visits: its summary, by the supervisor; of a quarter's last month also the report,
 * by the same day, and a spot-check by the customer service manager before the quarter is over.
 * @rule R-VIS-19 @rule R-VIS-25 @rule R-VIS-29 @rule P-06
 */
export async function owePaperwork(ctx: CommandContext, month: VisitMonth, timeZone: string): Promise<void> {
  const { visitSummary } = await policyInForce(ctx, 'P-06', month.estateId, month.month);
  const summed = summaryDue(month.month, visitSummary, timeZone);
  const oweOf = (kind: ObligationKind, ownerPost: Role, dueAt: Date): void => {
    owe(ctx, {
      kind,
      estateId: month.estateId,
      subjectKind: 'VISIT_MONTH',
      subjectId: month.id,
      owner: { ownerPost },
      dueAt,
    });
  };
  oweOf('VISIT_SUMMARY', 'SERVICE_SUPERVISOR', summed);
  if (!endsQuarter(month.month)) return;
  oweOf('VISIT_REPORT', 'SERVICE_SUPERVISOR', summed);
  oweOf('VISIT_SPOT_CHECK', 'SERVICE_MANAGER', endOfMonth(month.month, timeZone));
}
