import type { OwnerVisit } from '../../../entities/owner-visit/owner-visit.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { fulfilOwed } from '../../obligation/steps/fulfil-owed.js';
import { recordVisitEvent } from './record-visit-event.js';

/** Hands a visit's record to the supervisor; the caller has put it into its stage. @rule R-VIS-17 */
export async function submit(ctx: CommandContext, visit: OwnerVisit, at: Date): Promise<void> {
  visit.submittedAt = at;
  await ctx.em.flush();
  await fulfilOwed(ctx, ['VISIT_RECORD'], visit.id, at);
  recordVisitEvent(ctx, visit, 'SUBMITTED', at);
}
