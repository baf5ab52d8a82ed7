import { invalidInput } from '../../domain/errors.js';
import { routeOf, type ItemRoute } from '../../domain/owner-visit/item-route.js';
import { VisitItem } from '../../entities/owner-visit/visit-item.entity.js';
import type { CommandContext } from '../command/command-context.js';
import { openOfItem } from './steps/open-of-item.js';
import { recordVisitEvent } from './steps/record-visit-event.js';
import { takeVisitStep, type VisitResult, type VisitStepInput } from './steps/take-visit-step.js';

interface ReviewVisit extends VisitStepInput {
  readonly routes?: readonly { readonly itemId: string; readonly to: ItemRoute }[] | null;
}

/**
 * The supervisor has read the record of a visit: every item goes to its own procedure, by the reader's word or by its kind,
 * as a ticket that names the visit. Needs `visit.review` on the estate, and the actions that open the tickets.
 * @rule R-VIS-18
 * @throws NOT_FOUND visit
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-VIS-18 before the record was handed in
 * @throws INVALID_INPUT for an item of another visit, and for a request or a need of which nothing is said
 */
export async function reviewVisit(ctx: CommandContext, input: ReviewVisit): Promise<VisitResult> {
  const { companyId, em } = ctx;
  const visit = await takeVisitStep(ctx, input, 'review', 'visit.review');
  const items = await em.find(VisitItem, { companyId, visitId: visit.id }, { orderBy: { position: 'asc' } });
  const said = new Map((input.routes ?? []).map(({ itemId, to }) => [itemId, to]));
  for (const itemId of said.keys())
    if (!items.some(({ id }) => id === itemId)) throw invalidInput('input.routes', 'must name items of the visit');
  const now = ctx.clock.now();
  let opened = 0;
  for (const item of items) {
    if (item.ticketId != null) continue;
    item.route = routeOf(item.kind, said.get(item.id) ?? null);
    if (item.route === 'NOTED') continue;
    item.ticketId = await openOfItem(ctx, visit, { text: item.text, route: item.route, at: now });
    opened += 1;
  }
  visit.reviewedAt = now;
  visit.reviewedById = ctx.principal.subjectId;
  recordVisitEvent(ctx, visit, 'REVIEWED', now, { items: items.length, opened });
  return { visitId: visit.id, version: visit.version };
}
