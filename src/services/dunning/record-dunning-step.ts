import type { DebtorReason } from '../../domain/dunning/debtor-reason.js';
import { stageAfterStep, type DunningStepKind } from '../../domain/dunning/dunning-stage.js';
import { assertPromise, isCallIncomplete, type DunningOutcome } from '../../domain/dunning/dunning-step.js';
import { isBeyond } from '../../domain/dunning/time-overdue.js';
import { visitFlaws } from '../../domain/dunning/visit-hours.js';
import { touchesQuietHours } from '../../domain/callback/quiet-hours.js';
import { localDay } from '../../domain/place/local-day.js';
import { assertReportTime } from '../../domain/ticket/milestones.js';
import { dunnableDays } from '../../tenancy/dunning/case-standing.js';
import type { CommandContext } from '../command/command-context.js';
import { fulfilOwed } from '../obligation/steps/fulfil-owed.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { attachEvidence } from './steps/attach-evidence.js';
import { followDuties } from './steps/follow-duties.js';
import { holdCase } from './steps/hold-case.js';
import { newStep, plannedVisitOf } from './steps/new-step.js';
import { recordDunningEvent, type DunningResult } from './steps/record-dunning-event.js';
import { arrearsOn, standingOf } from './steps/standing-of.js';
import { takeCase, type WhichCase } from './steps/take-case.js';
import { teamOf, writeTeam } from './steps/team-of.js';
import { visitTerms } from './steps/visit-terms.js';

interface RecordDunningStep extends WhichCase {
  readonly kind: DunningStepKind;
  readonly outcome: DunningOutcome;
  /** Who went or called; the asker where nobody is named. */
  readonly teamIds?: readonly string[] | null;
  readonly payByDay?: string | null;
  readonly itemsStated?: boolean | null;
  readonly understood?: boolean | null;
  /** By when the debtor has promised to pay. */
  readonly promisedDay?: string | null;
  readonly reason?: DebtorReason | null;
  readonly note?: string | null;
  /** Files of the case that prove it: the recording of a call. */
  readonly attachmentIds?: readonly string[] | null;
  /** When it took place, for what is entered late. */
  readonly occurredAt?: Date | null;
}

const OWED_BY = { TELEPHONE: ['DUNNING_CALL'], HOME_VISIT: ['DUNNING_VISIT'] } as const;
const MINUTE = 60_000;

/**
 * Records what was done about a debtor, with what was overdue then. A visit alone, at noon, in quiet hours, too early or
 * while dunning was stopped is recorded, flagged and counted; so is a call that left out what belongs to it. A promise to
 * pay stops dunning until its day is over. Needs `dunning.act` on the estate.
 * @rule R-DUN-02 @rule R-DUN-03 @rule R-DUN-04 @rule R-DUN-05 @rule R-DUN-06 @rule R-DUN-12 @rule R-DUN-18 @rule R-FEE-10 @rule D-03 @rule D-13
 * @throws NOT_FOUND dunning case, staff or attachment
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED D-13 when it is closed; D-09 for legal action before the letter was sent
 * @throws INVALID_INPUT for an instant in the future, and a promise without its day
 */
export async function recordDunningStep(
  ctx: CommandContext,
  input: RecordDunningStep,
): Promise<DunningResult & { stepId: string }> {
  const { kind, outcome, payByDay = null, promisedDay = null } = input;
  const at = ctx.occurredAt(input.occurredAt);
  assertReportTime(at);
  assertPromise(kind, outcome, promisedDay);
  const debt = await takeCase(ctx, input, 'dunning.act');
  debt.stage = stageAfterStep(debt.stage, kind);
  const { estateId } = debt;
  const before = await standingOf(ctx, debt.id);
  const dueDays = dunnableDays(before);
  const months = await policyInForce(ctx, 'Q-12', estateId, before.today);
  const { staffIds, teamAtLeast, byOtherPost } = await teamOf(ctx, estateId, input.teamIds, before.today);
  const effectDays = await policyInForce(ctx, 'P-23', estateId, before.today);
  const terms = await visitTerms(ctx, estateId, before.today, teamAtLeast);
  const day = localDay(at, terms.timeZone);
  const isVisit = kind === 'HOME_VISIT';
  const overdueSince = before.overdueSince ?? day;
  const told = { outcome, payByDay, itemsStated: input.itemsStated ?? false, understood: input.understood ?? false };
  const arrears = await arrearsOn(ctx, debt, day);
  const planned = isVisit ? await plannedVisitOf(ctx, debt) : null;
  const flaws = isVisit
    ? visitFlaws(at, staffIds.length, terms)
    : {
        ...{ tooFew: false, offHours: false },
        inQuietHours:
          kind === 'TELEPHONE' &&
          touchesQuietHours(at, new Date(at.getTime() + MINUTE), 'TELEPHONE', terms.timeZone, terms.quiet),
      };
  const step = Object.assign(planned ?? newStep(ctx, debt, kind), {
    ...{ ...told, ...flaws, ...arrears, state: 'DONE' as const, doneAt: at, effectDays, note: input.note ?? null },
    tooEarly: isVisit && !isBeyond(overdueSince, day, months),
    whileStopped: dueDays.length === 0,
    byOtherPost: kind !== 'MESSAGE' && byOtherPost,
    incomplete: kind === 'TELEPHONE' && isCallIncomplete(told),
  });
  await writeTeam(ctx, step, staffIds);
  await attachEvidence(ctx, debt, { stepId: step.id }, input.attachmentIds);
  if (input.reason != null) debt.reason = input.reason;
  const { tooFew, offHours, inQuietHours, tooEarly, whileStopped, incomplete } = step;
  const flags = { tooFew, offHours, inQuietHours, tooEarly, whileStopped, incomplete, byOtherPost: step.byOtherPost };
  const said = { stepId: step.id, step: kind, outcome, team: staffIds.length };
  recordDunningEvent(ctx, debt, 'STEPPED', { ...said, ...flags }, at);
  if (kind === 'TELEPHONE' || kind === 'HOME_VISIT') await fulfilOwed(ctx, OWED_BY[kind], debt.id, at);
  if (promisedDay !== null) await holdCase(ctx, debt, { kind: 'PROMISE', untilDay: promisedDay });
  else await followDuties(ctx, debt.id);
  return { caseId: debt.id, version: debt.version, stepId: step.id };
}
