import type { Satisfaction } from '../../../domain/callback/callback-answer.js';
import { feedbackDue, owesFeedback } from '../../../domain/owner-visit/item-route.js';
import type { VisitItemKind, VisitTopic } from '../../../domain/owner-visit/visit-item.js';
import { newId } from '../../../entities/new-id.js';
import type { OwnerVisit } from '../../../entities/owner-visit/owner-visit.entity.js';
import { VisitItem } from '../../../entities/owner-visit/visit-item.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { owe } from '../../obligation/steps/owe.js';
import { openOfItem } from './open-of-item.js';

/** One thing that a customer said. */
export interface SaidOnVisit {
  readonly topic: VisitTopic;
  readonly kind: VisitItemKind;
  readonly text: string;
  readonly satisfaction?: Satisfaction | null;
  /** The customer asks for feedback, or the visitor thinks it due. */
  readonly feedbackOwed?: boolean | null;
}

/**
 * Writes down what was said on a visit. What is a complaint becomes one at once: the item names the complaint, and the
 * complaint the visit. Feedback is owed by the visitor. @rule R-VIS-13 @rule R-VIS-14 @rule R-VIS-15 @rule R-VIS-18
 */
export async function writeItems(
  ctx: CommandContext,
  visit: OwnerVisit,
  said: readonly SaidOnVisit[],
  at: Date,
): Promise<void> {
  const { companyId, estateId } = visit;
  const owner = visit.visitorId == null ? { ownerPost: 'STEWARD' as const } : { ownerId: visit.visitorId };
  for (const [i, { topic, kind, text, satisfaction = null, feedbackOwed }] of said.entries()) {
    const route = kind === 'COMPLAINT' ? kind : null;
    const item = ctx.em.create(VisitItem, {
      companyId,
      id: newId(),
      estateId,
      visitId: visit.id,
      occupancyId: visit.occupancyId ?? null,
      position: i + 1,
      topic,
      kind,
      text,
      satisfaction,
      feedbackOwed: feedbackOwed ?? false,
      route,
      ticketId: route === null ? null : await openOfItem(ctx, visit, { text, route, at }),
    });
    if (owesFeedback(item))
      owe(ctx, {
        kind: 'VISIT_FEEDBACK',
        estateId,
        subjectKind: 'VISIT_ITEM',
        subjectId: item.id,
        owner,
        since: at,
        dueAt: feedbackDue(at),
      });
  }
  await ctx.em.flush();
}
