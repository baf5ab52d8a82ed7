import type { CommandContext } from '../command/command-context.js';
import { closeRound } from './steps/close-round.js';
import type { RoundResult } from './steps/record-survey-event.js';
import { takeRoundStep, type RoundStepInput } from './steps/take-round-step.js';

/**
 * Closes a round before its time; at its time the program does. Needs `survey.plan` on the estate, or on the whole company.
 * @rule R-SAT-02
 * @throws NOT_FOUND round
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-SAT-02 when it is not taking answers
 */
export async function collectSurvey(ctx: CommandContext, input: RoundStepInput): Promise<RoundResult> {
  const round = await takeRoundStep(ctx, input, 'collect');
  const now = ctx.clock.now();
  if (now < round.closesAt) round.closesAt = now;
  await closeRound(ctx, round);
  ctx.cancelTimer('SURVEY_CLOSES', round.id);
  return { roundId: round.id, version: round.version };
}
