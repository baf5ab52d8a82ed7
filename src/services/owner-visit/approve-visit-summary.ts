import { workingDayDeadline } from '../../domain/calendar/working-days.js';
import { conflict } from '../../domain/errors.js';
import { VisitSummary } from '../../entities/owner-visit/visit-summary.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { calendarOf } from '../calendar/steps/calendar-of.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { fulfilOwed } from '../obligation/steps/fulfil-owed.js';
import { owe } from '../obligation/steps/owe.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { assertAnotherPerson } from '../privacy/steps/assert-another-person.js';
import { recordSummaryEvent, type SummaryResult } from './steps/record-summary-event.js';

interface ApproveVisitSummary extends CommandInput {
  readonly summaryId: string;
  readonly expectedVersion?: number | null;
  /** What is to be done. */
  readonly measures: string;
  /** What goes beyond the centre, with a proposal. */
  readonly escalation?: string | null;
}

/**
 * Approves a summary and decides the measures; never its author. What goes beyond the centre goes to head office with a
 * proposal, which then owes an answer. Needs `visit.approve` on the estate.
 * @rule R-VIS-20 @rule R-VIS-25 @rule R-VIS-29 @rule R-ORG-68 @rule Q-27 @rule P-10
 * @throws NOT_FOUND summary
 * @throws CONFLICT when it has changed meanwhile or is decided
 * @throws RULE_REFUSED R-ORG-68 for its author
 */
export async function approveVisitSummary(ctx: CommandContext, input: ApproveVisitSummary): Promise<SummaryResult> {
  const summary = await ctx.load(VisitSummary, 'visit summary', input.summaryId, input.expectedVersion);
  const { estateId } = summary;
  authorizeOn(ctx.principal, 'visit.approve', estateId);
  if (summary.stage !== 'SUBMITTED')
    throw conflict('The summary has been decided.', { what: 'visit summary', currentVersion: summary.version });
  assertAnotherPerson(ctx, summary.authorId);
  const now = ctx.clock.now();
  const { measures, escalation = null } = input;
  const decided = { decidedAt: now, decidedById: ctx.principal.subjectId, measures, escalation };
  Object.assign(summary, decided, { stage: 'APPROVED', version: summary.version + 1 });
  await fulfilOwed(ctx, ['SUMMARY_REVIEW'], summary.id, now);
  if (escalation !== null) {
    const days = await policyInForce(ctx, 'Q-27', estateId, await dayAt(ctx, estateId, now));
    const { deadline: dueAt } = workingDayDeadline(now, days, await calendarOf(ctx, estateId, now));
    owe(ctx, {
      kind: 'ESCALATION_ANSWER',
      estateId,
      subjectKind: 'VISIT_SUMMARY',
      subjectId: summary.id,
      owner: { ownerPost: 'QUALITY_OFFICER' },
      dueAt,
    });
  }
  recordSummaryEvent(ctx, summary, 'APPROVED');
  return { summaryId: summary.id, version: summary.version };
}
