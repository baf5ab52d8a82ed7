import type { Satisfaction } from '../../../domain/callback/callback-answer.js';
import { subjectOf, type VisitItemKind, type VisitTopic } from '../../../domain/owner-visit/visit-item.js';
import { newId } from '../../../entities/new-id.js';
import type { OwnerVisit } from '../../../entities/owner-visit/owner-visit.entity.js';
import { VisitItem } from '../../../entities/owner-visit/visit-item.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { openComplaint } from '../../complaint/steps/open-complaint.js';

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
 * complaint the visit. @rule R-VIS-13 @rule R-VIS-14 @rule R-VIS-15 @rule R-VIS-18
 */
export async function writeItems(
  ctx: CommandContext,
  visit: OwnerVisit,
  said: readonly SaidOnVisit[],
  at: Date,
): Promise<VisitItem[]> {
  const items: VisitItem[] = [];
  for (const [i, { topic, kind, text, satisfaction = null, feedbackOwed }] of said.entries()) {
    const ticketId = kind === 'COMPLAINT' ? await complaintOf(ctx, visit, text, at) : null;
    items.push(
      ctx.em.create(VisitItem, {
        companyId: ctx.companyId,
        id: newId(),
        estateId: visit.estateId,
        visitId: visit.id,
        occupancyId: visit.occupancyId ?? null,
        position: i + 1,
        topic,
        kind,
        text,
        satisfaction,
        feedbackOwed: feedbackOwed ?? false,
        ticketId,
      }),
    );
  }
  await ctx.em.flush();
  return items;
}

async function complaintOf(ctx: CommandContext, visit: OwnerVisit, text: string, at: Date): Promise<string> {
  const { id } = await openComplaint(ctx, {
    estateId: visit.estateId,
    unitId: visit.unitId,
    customerId: visit.customerId ?? null,
    channel: 'OWNER_VISIT',
    subject: subjectOf(text),
    description: text,
    occurredAt: at,
  });
  return id;
}
