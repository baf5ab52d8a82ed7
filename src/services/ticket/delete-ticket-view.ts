import { TicketView } from '../../entities/ticket/ticket-view.entity.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { recordOwnChange } from '../people/steps/record-own-change.js';
import type { TicketViewResult } from './steps/ticket-view.js';

interface DeleteTicketView extends CommandInput {
  readonly viewId: string;
}

/**
 * Forgets a list of the asker; its tickets stay.
 * @throws NOT_FOUND ticketView, also for somebody else's
 */
export async function deleteTicketView(ctx: CommandContext, input: DeleteTicketView): Promise<TicketViewResult> {
  const view = await ctx.load(TicketView, 'ticketView', input.viewId);
  ctx.em.remove(view);
  recordOwnChange(ctx, {
    ...{ type: 'view.DELETED', subjectKind: 'view', subjectId: view.id, subjectVersion: view.version + 1 },
  });
  return { viewId: view.id };
}
