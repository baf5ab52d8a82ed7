import { classPolicy } from '../../../domain/complaint/class-policy.js';
import type { ClassPolicy } from '../../../domain/complaint/complaint-class.js';
import type { CommandContext } from '../../command/command-context.js';
import { policyOfTicket } from '../../ticket/steps/policy-of-ticket.js';

/** What holds about the class of a complaint: what was in force when it was received. @rule P-33 @rule Q-08 @rule R-MET-09 */
export async function classPolicyOf(
  ctx: CommandContext,
  complaint: { readonly estateId: string; readonly reportedAt: Date },
): Promise<ClassPolicy> {
  return classPolicy(await policyOfTicket(ctx, complaint, 'P-33'), await policyOfTicket(ctx, complaint, 'Q-08'));
}
