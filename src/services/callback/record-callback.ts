import {
  assertAnswer,
  isInVain,
  isToBeReopened,
  type CallbackMode,
  type CallbackOutcome,
  type Satisfaction,
} from '../../domain/callback/callback-answer.js';
import { flawOf } from '../../domain/callback/callback-flaw.js';
import { inQuietHours } from '../../domain/callback/quiet-hours.js';
import { isUnreachable } from '../../domain/callback/unreachable.js';
import { notBefore } from '../../domain/ticket/not-before.js';
import { sharedStep } from '../../domain/ticket/lives.js';
import { Callback } from '../../entities/callback/callback.entity.js';
import { newId } from '../../entities/new-id.js';
import type { Ticket } from '../../entities/ticket/ticket.entity.js';
import { rolesOn } from '../../tenancy/principal.js';
import { dayAt, zoneOf } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { openAgain } from '../ticket/steps/open-again.js';
import { recordTicketEvent } from '../ticket/steps/record-ticket-event.js';
import { takeTicketStep, type TicketStepInput, type TicketStepResult } from '../ticket/steps/take-ticket-step.js';
import { assertMayCall } from './steps/assert-may-call.js';
import { calledAbout } from './steps/called-about.js';
import { settleCallback } from './steps/settle-callback.js';

/** One try to call a customer back. */
interface RecordCallback extends TicketStepInput {
  readonly mode: CallbackMode;
  readonly outcome: CallbackOutcome;
  readonly solved?: boolean | null;
  readonly satisfaction?: Satisfaction | null;
  readonly answer?: string | null;
  readonly quietHoursReason?: string | null;
}

/**
 * Records a try to call a customer back, reached or in vain: attempted and reached are two figures. Who was reached or
 * wants no callback, and who cannot be reached in three tries on two days, is called back. What came early, otherwise or
 * from another post than demanded, or in quiet hours, is recorded and flagged. A customer who is not satisfied opens the
 * ticket again, however the answer came. Needs `ticket.callback` on the estate.
 * @rule R-CBK-01 @rule R-CBK-03 @rule R-CBK-04 @rule R-CBK-07 @rule R-CMP-16 @rule R-RPR-13 @rule R-RPR-14 @rule R-RPR-25 @rule D-12 @rule D-03
 * @throws NOT_FOUND ticket, also when it is neither repair, complaint nor service
 * @throws INVALID_INPUT for an answer of nobody or none of somebody, and a time before the work was done
 * @throws RULE_REFUSED R-ORG-65 when the caller did the work, D-16 when the complaint is about the caller; R-RPR-13, R-CBK-07
 * and R-CBK-04 when there is nothing to call back about
 */
export async function recordCallback(ctx: CommandContext, input: RecordCallback): Promise<TicketStepResult> {
  const ticket = await takeTicketStep(ctx, input, 'ticket.callback');
  const { mode, outcome, solved = null, satisfaction = null } = input;
  assertAnswer({ outcome, solved, satisfaction });
  await assertMayCall(ctx, ticket);
  const about = await calledAbout(ctx, ticket);
  const at = notBefore(about.after, ctx.occurredAt(input.occurredAt), input.occurredAt != null);
  const { estateId } = ticket;
  const timeZone = await zoneOf(ctx, estateId);
  const quietHours = await policyInForce(ctx, 'P-02', estateId, await dayAt(ctx, estateId, at));
  const quiet = inQuietHours(at, mode, timeZone, quietHours);
  const flaw = flawOf({ at, mode, posts: rolesOn(ctx.principal, estateId) }, about.countsFrom, about.demand);
  const callback = ctx.em.create(Callback, {
    companyId: ctx.companyId,
    id: newId(),
    estateId,
    ticketId: ticket.id,
    staffId: ctx.principal.subjectId,
    mode,
    outcome,
    solved,
    satisfaction,
    answer: input.answer ?? null,
    calledAt: at,
    flaw,
    inQuietHours: quiet,
    quietHoursReason: quiet ? (input.quietHoursReason ?? null) : null,
  });
  recordTicketEvent(ctx, ticket, {
    type: 'CALLBACK_TRIED',
    occurredAt: at,
    visibility: 'INTERNAL',
    facts: { callbackId: callback.id, mode, outcome, flaw, inQuietHours: quiet },
  });
  const unreachable =
    isInVain(outcome) &&
    about.countsFrom !== null &&
    isUnreachable(await triesInVain(ctx, callback, about.countsFrom), timeZone);
  if (unreachable) await settleCallback(ctx, ticket, { at, outcome: 'UNREACHABLE', satisfaction });
  else if (flaw === null ? !isInVain(outcome) : outcome === 'REFUSED' && flaw !== 'EARLY')
    await settleCallback(ctx, ticket, { at, outcome, satisfaction });
  if (isToBeReopened({ outcome, solved, satisfaction }) && ticket.phase === 'RESOLVED') await reopen(ctx, ticket, at);
  return { ticketId: ticket.id, version: ticket.version };
}

async function reopen(ctx: CommandContext, ticket: Ticket, at: Date): Promise<void> {
  ticket.version += 1;
  Object.assign(ticket, sharedStep(ticket.kind, 'reopen', ticket.stage));
  await openAgain(ctx, ticket, at, null);
}

/** When the customer was tried in vain since there is something to call back about, this time included. */
async function triesInVain(ctx: CommandContext, callback: Callback, since: Date): Promise<Date[]> {
  const tries = await ctx.em.find(Callback, {
    companyId: ctx.companyId,
    ticketId: callback.ticketId,
    id: { $ne: callback.id },
    outcome: { $in: ['NOT_REACHED', 'WRONG_NUMBER'] },
    calledAt: { $gte: since },
  });
  return [...tries, callback].map((row) => row.calledAt).filter((calledAt) => calledAt >= since);
}
