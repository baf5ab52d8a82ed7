import type { Satisfaction } from '../../domain/callback/callback-answer.js';
import { isQuietFor, type VisitMode, type VisitSignature } from '../../domain/owner-visit/visit-mode.js';
import { recordDue } from '../../domain/owner-visit/visit-month.js';
import { nextVisitStage } from '../../domain/owner-visit/visit-stage.js';
import { localDay } from '../../domain/place/local-day.js';
import { assertReportTime } from '../../domain/ticket/milestones.js';
import { zoneOf } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import { fulfilOwed } from '../obligation/steps/fulfil-owed.js';
import { owe } from '../obligation/steps/owe.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { checkMarks } from './steps/check-marks.js';
import { goOnWithCycle } from './steps/draw-month.js';
import { nameCustomer } from './steps/name-customer.js';
import { recordVisitEvent } from './steps/record-visit-event.js';
import { submit } from './steps/submit.js';
import { takeOrBegin, type VisitResult, type WhichVisit } from './steps/take-visit-step.js';
import { visitorOf } from './steps/visitor-of.js';
import { wasVisited } from './steps/was-visited.js';
import { writeItems, type SaidOnVisit } from './steps/write-items.js';

interface RecordVisit extends WhichVisit {
  readonly customerId?: string | null;
  readonly visitorId?: string | null;
  readonly mode: VisitMode;
  /** The time that had been agreed, where nobody wrote it down before. */
  readonly agreedFor?: Date | null;
  readonly quietHoursReason?: string | null;
  readonly signature: VisitSignature;
  readonly satisfaction?: Satisfaction | null;
  /** Care marks that were looked after on it. */
  readonly careMarkIds?: readonly string[] | null;
  readonly items?: readonly SaidOnVisit[] | null;
  /** Whether the supervisor has the record with this word. */
  readonly submit?: boolean | null;
  /** When the visit began, for what is entered late. */
  readonly occurredAt?: Date | null;
}

/**
 * Records a visit that took place, and what was said: one that was drawn or agreed, or another. A visit in quiet hours, a
 * home visit that nobody had agreed, one out of turn or by another post is recorded, flagged and counted; the quota counts
 * drawn households, once a cycle. A complaint goes its own way at once, linked both ways. The record is owed to the
 * supervisor by the end of the next day. Needs `visit.record` on the estate, `complaint.lodge` for a complaint, and
 * `care.check` for care marks.
 * @rule R-VIS-05 @rule R-VIS-09 @rule R-VIS-10 @rule R-VIS-11 @rule R-VIS-12 @rule R-VIS-14 @rule R-VIS-15 @rule R-VIS-16 @rule R-VIS-17 @rule R-VIS-18 @rule D-03 @rule D-04 @rule D-15
 * @throws NOT_FOUND visit, unit, customer, staff or care mark
 * @throws CONFLICT when the visit has changed meanwhile
 * @throws RULE_REFUSED R-VIS-15 when it was recorded already or the household is gone
 * @throws INVALID_INPUT for an instant in the future, and where neither visit nor unit is named
 */
export async function recordVisit(ctx: CommandContext, input: RecordVisit): Promise<VisitResult> {
  const at = ctx.occurredAt(input.occurredAt);
  assertReportTime(at);
  const { mode } = input;
  const visit = await takeOrBegin(ctx, input, 'record', at);
  const { estateId } = visit;
  const timeZone = await zoneOf(ctx, estateId);
  const day = localDay(at, timeZone);
  const visitor = await visitorOf(ctx, { estateId, at, visitorId: input.visitorId ?? visit.visitorId ?? null });
  await nameCustomer(ctx, visit, input.customerId, at);
  const inQuietHours = isQuietFor(at, mode, timeZone, await policyInForce(ctx, 'P-02', estateId, day));
  const byEstate = visit.organiser === 'ESTATE';
  const repeated = await wasVisited(ctx, visit);
  const companysCount = !byEstate && (await policyInForce(ctx, 'Q-34', estateId, day));
  Object.assign(visit, {
    mode,
    visitorId: visitor.staffId,
    visitorPost: visitor.post,
    appointmentAt: visit.appointmentAt ?? input.agreedFor ?? null,
    visitedAt: at,
    inQuietHours,
    quietHoursReason: inQuietHours ? (input.quietHoursReason ?? null) : null,
    unannounced: mode === 'HOME' && visit.appointmentAt == null && input.agreedFor == null,
    repeated,
    byOtherPost: byEstate && visitor.post === null,
    counts: !repeated && (visit.sampled || companysCount),
    signature: input.signature,
    satisfaction: input.satisfaction ?? null,
  });
  await ctx.em.flush();
  await fulfilOwed(ctx, ['OWNER_VISIT'], visit.id, at);
  owe(ctx, {
    kind: 'VISIT_RECORD',
    estateId,
    subjectKind: 'OWNER_VISIT',
    subjectId: visit.id,
    owner: { ownerId: visitor.staffId },
    since: at,
    dueAt: recordDue(day, timeZone),
  });
  const { counts, unannounced, byOtherPost, organiser, signature } = visit;
  const flags = { counts, inQuietHours, unannounced, repeated, byOtherPost, organiser, signature: signature ?? null };
  await checkMarks(ctx, visit, input.careMarkIds ?? [], at);
  await writeItems(ctx, visit, input.items ?? [], at);
  recordVisitEvent(ctx, visit, 'RECORDED', at, flags);
  ctx.touched.push({ subject: 'visitCycle', ids: [visit.cycleId] });
  await goOnWithCycle(ctx, visit);
  if (input.submit) {
    visit.stage = nextVisitStage('submit', visit.stage);
    visit.version += 1;
    await submit(ctx, visit, ctx.clock.now());
  }
  return { visitId: visit.id, version: visit.version };
}
