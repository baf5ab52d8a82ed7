import { conflict, limitExceeded } from '../../domain/errors.js';
import type { TicketOrder } from '../../domain/ticket/ticket-order.js';
import { newId } from '../../entities/new-id.js';
import { TicketView } from '../../entities/ticket/ticket-view.entity.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { recordOwnChange } from '../people/steps/record-own-change.js';
import { savedFilter, type GivenFilter, type TicketViewResult } from './steps/ticket-view.js';

interface SaveTicketView extends CommandInput {
  readonly name: string;
  readonly filter: GivenFilter;
  readonly orderBy?: TicketOrder | null;
}

/** Lists that one person names at most. */
const MOST_VIEWS = 50;

/**
 * Names a list of tickets for the asker alone: what it shows, and in which order.
 * @throws INVALID_INPUT for a filter with a text to search by
 * @throws CONFLICT when the asker has a list of this name
 * @throws LIMIT_EXCEEDED beyond 50 lists
 */
export async function saveTicketView(ctx: CommandContext, input: SaveTicketView): Promise<TicketViewResult> {
  const { em, companyId, clock } = ctx;
  const ownerId = ctx.principal.subjectId;
  const name = input.name.trim();
  const filter = savedFilter(input.filter);
  const held = await em.find(TicketView, { companyId, ownerId });
  if (held.some((view) => view.name === name)) throw conflict('There is a list of this name.', { what: 'ticketView' });
  if (held.length >= MOST_VIEWS) throw limitExceeded('There are too many lists already.', { max: MOST_VIEWS });
  const orderBy = input.orderBy ?? 'REPORTED_AT_DESC';
  const view = em.create(TicketView, {
    ...{ companyId, id: newId(), ownerId, name, filter, orderBy, changedAt: clock.now(), version: 1 },
  });
  recordOwnChange(ctx, { type: 'view.SAVED', subjectKind: 'view', subjectId: view.id, subjectVersion: 1 });
  return { viewId: view.id };
}
