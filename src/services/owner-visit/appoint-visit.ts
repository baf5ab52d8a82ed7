import { assertAppointment } from '../../domain/owner-visit/visit-appointment.js';
import type { VisitMode } from '../../domain/owner-visit/visit-mode.js';
import { assertVisitor } from '../../domain/owner-visit/visitor.js';
import { dayAt, zoneOf } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { nameCustomer } from './steps/name-customer.js';
import { recordVisitEvent } from './steps/record-visit-event.js';
import { takeOrBegin, type VisitResult, type WhichVisit } from './steps/take-visit-step.js';
import { visitorOf } from './steps/visitor-of.js';

interface AppointVisit extends WhichVisit {
  readonly customerId?: string | null;
  readonly visitorId?: string | null;
  readonly mode: VisitMode;
  /** The agreed time. */
  readonly at: Date;
}

/**
 * Writes down what was agreed with a household: when, how and with whom. A household that nobody drew may be agreed with
 * too; it does not count for the quota. Agreed again, the later word holds. Needs `visit.record` on the estate.
 * @rule R-VIS-10 @rule R-VIS-11 @rule R-VIS-23 @rule D-03
 * @throws NOT_FOUND visit, unit, customer or staff
 * @throws CONFLICT when the visit has changed meanwhile
 * @throws RULE_REFUSED R-VIS-11 in quiet hours, R-VIS-23 for a visitor of another post, R-VIS-10 when it took place already
 * @throws INVALID_INPUT for a time that is not ahead, and where neither visit nor unit is named
 */
export async function appointVisit(ctx: CommandContext, input: AppointVisit): Promise<VisitResult> {
  const { at, mode } = input;
  const now = ctx.clock.now();
  const visit = await takeOrBegin(ctx, input, 'appoint', now);
  const { estateId } = visit;
  const quietHours = await policyInForce(ctx, 'P-02', estateId, await dayAt(ctx, estateId, at));
  assertAppointment({ at, mode }, now, await zoneOf(ctx, estateId), quietHours);
  const visitor = await visitorOf(ctx, { estateId, at, visitorId: input.visitorId ?? null });
  if (visit.organiser === 'ESTATE') assertVisitor(visitor.post, visitor.posts);
  await nameCustomer(ctx, visit, input.customerId, now);
  Object.assign(visit, {
    mode,
    visitorId: visitor.staffId,
    visitorPost: visitor.post,
    appointmentAt: at,
    appointedAt: now,
  });
  recordVisitEvent(ctx, visit, 'APPOINTED', now);
  return { visitId: visit.id, version: visit.version };
}
