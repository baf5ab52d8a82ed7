import { invalidInput } from '../../domain/errors.js';
import {
  afterAttempt,
  assertReceiver,
  isBrought,
  type DeliveryOutcome,
  type NoticeReceiver,
} from '../../domain/payment-notice/notice-life.js';
import { noticeWindow, timingOf } from '../../domain/payment-notice/notice-window.js';
import { newId } from '../../entities/new-id.js';
import { NoticeDelivery } from '../../entities/payment-notice/notice-delivery.entity.js';
import { PaymentNotice } from '../../entities/payment-notice/payment-notice.entity.js';
import { Staff } from '../../entities/people/staff.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { holdsRoleOn } from '../people/steps/holds-role-on.js';
import { findRow } from '../place/steps/find-row.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { followRound } from './steps/follow-round.js';
import { recordNoticeEvent } from './steps/record-notice-event.js';

interface RecordNoticeDelivery extends CommandInput {
  readonly noticeId: string;
  readonly outcome: DeliveryOutcome;
  readonly receivedBy?: NoticeReceiver | null;
  /** Who brought it; the asker where nobody is named. */
  readonly broughtById?: string | null;
  readonly expectedVersion?: number | null;
  readonly occurredAt?: Date | null;
}

/**
 * Records that a notice was brought: signed for, left in the letter box or refused, or that nobody was there. Whether that
 * was early, on time or late for its collection month is kept, and so is that another post than the policy's brought it. The
 * last one of a round fulfils it. Needs `fee.deliver` on the estate.
 * @rule R-FEE-03 @rule R-FEE-04 @rule R-NTC-12 @rule R-DUN-01 @rule R-DUN-12 @rule Q-11 @rule P-40
 * @throws NOT_FOUND notice or staff
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-NTC-12 for one that bears no seal, or is delivered or ended
 * @throws INVALID_INPUT for a receiver who signed nothing, none where somebody did, nobody who brought it, an instant in the
 * future or before the seal
 */
export async function recordNoticeDelivery(
  ctx: CommandContext,
  input: RecordNoticeDelivery,
): Promise<{ noticeId: string; version: number; deliveryId: string }> {
  const { outcome, receivedBy = null } = input;
  const at = ctx.occurredAt(input.occurredAt);
  const notice = await ctx.load(PaymentNotice, 'payment notice', input.noticeId, input.expectedVersion);
  const { estateId, payerId, month, runId } = notice;
  authorizeOn(ctx.principal, 'fee.deliver', estateId);
  assertReceiver(outcome, receivedBy);
  const state = afterAttempt(outcome, notice.state);
  if (notice.sealedAt && at < notice.sealedAt)
    throw invalidInput('input.occurredAt', 'lies before the seal', { earliest: notice.sealedAt.toISOString() });
  const broughtBy = await whoBrought(ctx, input.broughtById);
  const day = await dayAt(ctx, estateId, at);
  const timing = timingOf(day, noticeWindow(month, await policyInForce(ctx, 'Q-11', estateId, month)));
  const { deliveredBy } = await policyInForce(ctx, 'P-40', estateId, day);
  const byOtherPost = !(await holdsRoleOn(ctx, broughtBy, [deliveredBy], estateId));
  const delivery = ctx.em.create(NoticeDelivery, {
    ...{
      companyId: ctx.companyId,
      id: newId(),
      estateId,
      noticeId: notice.id,
      payerId,
      outcome,
      receivedBy,
      at,
      timing,
    },
    ...{ broughtBy, byOtherPost, recordedAt: ctx.clock.now() },
  });
  Object.assign(notice, { state, version: notice.version + 1 });
  if (isBrought(outcome) && (notice.broughtAt == null || at < notice.broughtAt))
    Object.assign(notice, { broughtAt: at, timing });
  const type = outcome === 'SIGNED' || outcome === 'LETTER_BOX' ? 'DELIVERED' : outcome;
  await recordNoticeEvent(ctx, notice, type, { outcome, timing, byOtherPost }, at);
  if (isBrought(outcome)) await followRound(ctx, { id: runId, estateId, month }, notice.stewardId ?? null);
  return { noticeId: notice.id, version: notice.version, deliveryId: delivery.id };
}

async function whoBrought(ctx: CommandContext, named: string | null | undefined): Promise<string> {
  if (named != null) return (await findRow(ctx, Staff, 'staff', named)).id;
  if (ctx.principal.kind !== 'STAFF') throw invalidInput('input.broughtById', 'name who brought it');
  return ctx.principal.subjectId;
}
