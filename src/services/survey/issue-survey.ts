import { ruleRefused } from '../../domain/errors.js';
import { SurveyEstate } from '../../entities/survey/survey-estate.entity.js';
import type { CommandContext } from '../command/command-context.js';
import { fulfilOwed } from '../obligation/steps/fulfil-owed.js';
import { issueForms } from './steps/issue-forms.js';
import { recordEstateEvent, recordRoundEvent, type RoundResult } from './steps/record-survey-event.js';
import { takeRoundStep, type RoundStepInput } from './steps/take-round-step.js';

/**
 * Gives every household that is asked its form: all that are occupied on the day, or a sample of them that nobody chooses.
 * The round takes answers from now on. Needs `survey.plan` on the estate, or on the whole company.
 * @rule R-SAT-02 @rule Q-01 @rule D-28
 * @throws NOT_FOUND round
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-SAT-02 when it is issued already, or was to be closed by now
 */
export async function issueSurvey(ctx: CommandContext, input: RoundStepInput): Promise<RoundResult> {
  const { companyId, em } = ctx;
  const round = await takeRoundStep(ctx, input, 'issue');
  const now = ctx.clock.now();
  if (now >= round.closesAt)
    throw ruleRefused('R-SAT-02', 'The round was to be closed by now.', { closesAt: round.closesAt.toISOString() });
  round.issuedAt = now;
  const estates = await em.find(SurveyEstate, { companyId, roundId: round.id }, { orderBy: { estateId: 'asc' } });
  let issued = 0;
  for (const estate of estates) {
    await issueForms(ctx, round, estate);
    issued += estate.issued;
    recordEstateEvent(ctx, estate, 'FORMS_ISSUED');
  }
  ctx.setTimer('SURVEY_CLOSES', round.id, round.closesAt);
  await fulfilOwed(ctx, ['SURVEY_ISSUE'], round.id, now);
  recordRoundEvent(ctx, round, 'ISSUED', { issued });
  return { roundId: round.id, version: round.version };
}
