import { invalidInput, ruleRefused } from '../../domain/errors.js';
import { assertVisitTurn } from '../../domain/dunning/dunning-step.js';
import { assertVisitHours } from '../../domain/dunning/visit-hours.js';
import { dunnableDays } from '../../tenancy/dunning/case-standing.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { newStep, plannedVisitOf } from './steps/new-step.js';
import { recordDunningEvent, type DunningResult } from './steps/record-dunning-event.js';
import { standingOf } from './steps/standing-of.js';
import { takeCase, type WhichCase } from './steps/take-case.js';
import { teamOf, writeTeam } from './steps/team-of.js';
import { visitTerms } from './steps/visit-terms.js';

interface PlanDunningVisit extends WhichCase {
  readonly at: Date;
  readonly teamIds: readonly string[];
}

const DAY_MS = 86_400_000;
const DAYS_AHEAD = 92;

/**
 * Plans a visit to a debtor: by a team that the policy leads, in the evening or at a weekend, outside of quiet hours, when
 * the months have passed. Planned again, the later word holds. Needs `dunning.act` on the estate.
 * @rule R-DUN-02 @rule R-DUN-04 @rule R-DUN-05 @rule R-DUN-06 @rule R-DUN-18 @rule R-FEE-10 @rule D-13
 * @throws NOT_FOUND dunning case or staff
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-DUN-06 for too few; R-FEE-10 for posts that do not dun; R-DUN-18 in quiet hours; R-DUN-05 at other
 * hours; R-DUN-04 too early; R-DUN-02 for who is abroad; D-13 when dunning is stopped or the case is closed
 * @throws INVALID_INPUT for a time that is not ahead
 */
export async function planDunningVisit(
  ctx: CommandContext,
  input: PlanDunningVisit,
): Promise<DunningResult & { stepId: string }> {
  const { at } = input;
  const now = ctx.clock.now().getTime();
  if (at.getTime() <= now) throw invalidInput('input.at', 'must lie in the future');
  if (at.getTime() > now + DAYS_AHEAD * DAY_MS)
    throw invalidInput('input.at', `must not lie more than ${DAYS_AHEAD} days ahead`, { max: DAYS_AHEAD });
  const debt = await takeCase(ctx, input, 'dunning.act');
  const { estateId } = debt;
  const day = await dayAt(ctx, estateId, at);
  const { staffIds, teamAtLeast, isLed, byOtherPost } = await teamOf(ctx, estateId, input.teamIds, day);
  assertVisitHours(at, staffIds.length, await visitTerms(ctx, estateId, day, teamAtLeast));
  if (!isLed || byOtherPost)
    throw ruleRefused('R-FEE-10', 'Whom the policy names leads and joins a dunning team.', { isLed, byOtherPost });
  const standing = await standingOf(ctx, debt.id);
  const facts = { dueDays: dunnableDays(standing), reason: debt.reason ?? null };
  assertVisitTurn(day, facts, await policyInForce(ctx, 'Q-12', estateId, standing.today));
  const step = (await plannedVisitOf(ctx, debt)) ?? newStep(ctx, debt, 'HOME_VISIT');
  step.plannedFor = at;
  await writeTeam(ctx, step, staffIds);
  const said = { stepId: step.id, plannedFor: at.toISOString(), team: staffIds.length };
  return { ...recordDunningEvent(ctx, debt, 'PLANNED', said), stepId: step.id };
}
