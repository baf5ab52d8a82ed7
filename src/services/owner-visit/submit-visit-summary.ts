import { workingDayDeadline } from '../../domain/calendar/working-days.js';
import { conflict } from '../../domain/errors.js';
import {
  assertOver,
  periodOf,
  REVIEW_WORKING_DAYS,
  type SummaryPeriod,
} from '../../domain/owner-visit/visit-summary.js';
import { newId } from '../../entities/new-id.js';
import { VisitSummary } from '../../entities/owner-visit/visit-summary.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { calendarOf } from '../calendar/steps/calendar-of.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { owe } from '../obligation/steps/owe.js';
import { owedFor } from '../obligation/steps/owed-for.js';
import { reschedule } from '../obligation/steps/reschedule.js';
import { findRow } from '../place/steps/find-row.js';
import { fulfilOfPeriod } from './steps/fulfil-of-period.js';
import { lockVisits } from './steps/lock-visits.js';
import { recordSummaryEvent, type SummaryResult } from './steps/record-summary-event.js';
import { summaryFigures } from './steps/summary-figures.js';

interface SubmitVisitSummary extends CommandInput {
  readonly estateId: string;
  readonly period: SummaryPeriod;
  /** Any day of the month or quarter. */
  readonly day: string;
  readonly text: string;
}

/**
 * Hands in what the visits of a month or a quarter that is over came to: the words of the author with the figures of the
 * rows. Handed in again before it is decided, the later word holds. Of a month the service centre manager decides within
 * two working days. Needs `visit.review` on the estate.
 * @rule R-VIS-19 @rule R-VIS-20 @rule R-VIS-24 @rule R-VIS-28 @rule R-VIS-29
 * @throws NOT_FOUND estate
 * @throws RULE_REFUSED R-VIS-19 or R-VIS-29 before the period is over
 * @throws CONFLICT when it has been decided
 */
export async function submitVisitSummary(ctx: CommandContext, input: SubmitVisitSummary): Promise<SummaryResult> {
  const { companyId, em } = ctx;
  const { period, text } = input;
  const { id: estateId } = await findRow(ctx, Estate, 'estate', input.estateId);
  authorizeOn(ctx.principal, 'visit.review', estateId);
  const now = ctx.clock.now();
  const span = periodOf(period, input.day);
  assertOver(period, span.until, await dayAt(ctx, estateId, now));
  await lockVisits(ctx, estateId);
  const before = await em.findOne(VisitSummary, { companyId, estateId, period, fromDay: span.from });
  if (before?.stage === 'APPROVED')
    throw conflict('The summary has been decided.', { what: 'visit summary', currentVersion: before.version });
  const said = {
    ...(await summaryFigures(ctx, estateId, span)),
    ...{ text, authorId: ctx.principal.subjectId, stage: 'SUBMITTED' as const, submittedAt: now },
  };
  const undecided = { decidedAt: null, decidedById: null, measures: null, escalation: null, version: 0 };
  const summary =
    before ??
    em.create(VisitSummary, { companyId, id: newId(), estateId, period, fromDay: span.from, ...said, ...undecided });
  Object.assign(summary, said, { version: summary.version + 1 });
  await em.flush();
  await fulfilOfPeriod(ctx, period === 'MONTH' ? 'VISIT_SUMMARY' : 'VISIT_REPORT', { estateId, until: span.until });
  if (period === 'MONTH') await oweReview(ctx, summary, now);
  recordSummaryEvent(ctx, summary, 'SUBMITTED');
  return { summaryId: summary.id, version: summary.version };
}

async function oweReview(ctx: CommandContext, { id, estateId }: VisitSummary, now: Date): Promise<void> {
  const calendar = await calendarOf(ctx, estateId, now);
  const { deadline: dueAt } = workingDayDeadline(now, REVIEW_WORKING_DAYS, calendar);
  const [owed] = await owedFor(ctx, ['SUMMARY_REVIEW'], id);
  if (owed) {
    if (owed.state === 'OPEN') reschedule(ctx, owed, dueAt, now);
    return;
  }
  owe(ctx, {
    kind: 'SUMMARY_REVIEW',
    estateId,
    subjectKind: 'VISIT_SUMMARY',
    subjectId: id,
    owner: { ownerPost: 'SERVICE_MANAGER' },
    dueAt,
  });
}
