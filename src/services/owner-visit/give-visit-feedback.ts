import { notFound } from '../../domain/errors.js';
import { notBefore } from '../../domain/ticket/not-before.js';
import { OwnerVisit } from '../../entities/owner-visit/owner-visit.entity.js';
import { VisitItem } from '../../entities/owner-visit/visit-item.entity.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { fulfilOwed } from '../obligation/steps/fulfil-owed.js';
import { findRow } from '../place/steps/find-row.js';
import { recordVisitEvent } from './steps/record-visit-event.js';
import type { VisitResult } from './steps/take-visit-step.js';

interface GiveVisitFeedback extends CommandInput {
  readonly itemId: string;
  /** Whether somebody spoke with the customer face to face. */
  readonly inPerson: boolean;
  /** What the customer was told. */
  readonly text: string;
  readonly occurredAt?: Date | null;
}

/**
 * Records what a customer was told about something said on a visit. What was owed is done when it was told in person; told
 * otherwise it is recorded, and still owed. Needs `visit.record` on the estate.
 * @rule R-VIS-14
 * @throws NOT_FOUND item
 * @throws INVALID_INPUT when it happened before the visit, or in the future
 */
export async function giveVisitFeedback(ctx: CommandContext, input: GiveVisitFeedback): Promise<VisitResult> {
  const item = await findRow(ctx, VisitItem, 'item', input.itemId, 'lock');
  authorizeOn(ctx.principal, 'visit.record', item.estateId);
  const visit = await ctx.load(OwnerVisit, 'visit', item.visitId);
  if (visit.visitedAt == null) throw notFound('item');
  const visited = { name: 'visitedAt', at: visit.visitedAt };
  const at = notBefore(visited, ctx.occurredAt(input.occurredAt), input.occurredAt != null);
  const { inPerson, text } = input;
  Object.assign(item, {
    feedback: text,
    fedBackInPerson: inPerson,
    fedBackAt: at,
    fedBackById: ctx.principal.subjectId,
  });
  if (inPerson) await fulfilOwed(ctx, ['VISIT_FEEDBACK'], item.id, at);
  visit.version += 1;
  recordVisitEvent(ctx, visit, 'FED_BACK', at, { itemId: item.id, inPerson });
  return { visitId: visit.id, version: visit.version };
}
