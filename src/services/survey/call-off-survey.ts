import type { CommandContext } from '../command/command-context.js';
import { lapse } from '../obligation/steps/lapse.js';
import { owedFor } from '../obligation/steps/owed-for.js';
import { recordRoundEvent, type RoundResult } from './steps/record-survey-event.js';
import { takeRoundStep, type RoundStepInput } from './steps/take-round-step.js';

/**
 * Calls a round off before its forms go out; what was owed for it lapses. Needs `survey.plan` on the estate, or on the whole
 * company.
 * @rule R-SAT-01
 * @throws NOT_FOUND round
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-SAT-01 once the forms are out
 */
export async function callOffSurvey(ctx: CommandContext, input: RoundStepInput): Promise<RoundResult> {
  const round = await takeRoundStep(ctx, input, 'callOff');
  lapse(ctx, await owedFor(ctx, ['SURVEY_ISSUE'], round.id), ctx.clock.now());
  recordRoundEvent(ctx, round, 'CALLED_OFF');
  return { roundId: round.id, version: round.version };
}
