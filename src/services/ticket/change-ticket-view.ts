import { conflict } from '../../domain/errors.js';
import type { TicketOrder } from '../../domain/ticket/ticket-order.js';
import { TicketView } from '../../entities/ticket/ticket-view.entity.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { recordOwnChange } from '../people/steps/record-own-change.js';
import { savedFilter, type GivenFilter, type TicketViewResult } from './steps/ticket-view.js';

interface ChangeTicketView extends CommandInput {
  readonly viewId: string;
  readonly expectedVersion?: number | null;
  readonly name?: string | null;
  readonly filter?: GivenFilter | null;
  readonly orderBy?: TicketOrder | null;
}

/**
 * Gives a list of the asker another name, filter or order; what is not named stays.
 * @throws NOT_FOUND ticketView, also for somebody else's
 * @throws INVALID_INPUT for a filter with a text to search by
 * @throws CONFLICT when it has changed meanwhile, and when the asker has another list of this name
 */
export async function changeTicketView(ctx: CommandContext, input: ChangeTicketView): Promise<TicketViewResult> {
  const view = await ctx.load(TicketView, 'ticketView', input.viewId, input.expectedVersion);
  const name = input.name?.trim() ?? view.name;
  const { companyId, ownerId } = view;
  if (name !== view.name && (await ctx.em.count(TicketView, { companyId, ownerId, name })) > 0)
    throw conflict('There is a list of this name.', { what: 'ticketView' });
  view.name = name;
  if (input.filter) view.filter = savedFilter(input.filter);
  view.orderBy = input.orderBy ?? view.orderBy;
  view.changedAt = ctx.clock.now();
  view.version += 1;
  recordOwnChange(ctx, {
    ...{ type: 'view.CHANGED', subjectKind: 'view', subjectId: view.id, subjectVersion: view.version },
  });
  return { viewId: view.id };
}
