import { nextSurveyStage } from '../../../domain/survey/survey-stage.js';
import { SurveyRound } from '../../../entities/survey/survey-round.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';
import type { CommandInput } from '../../command/run-command.js';
import { findRow } from '../../place/steps/find-row.js';

/** What every step of a round takes. */
export interface RoundStepInput extends CommandInput {
  readonly roundId: string;
  readonly expectedVersion?: number | null;
}

/**
 * Takes one step of a round's life: authorised, locked, in its next stage and version.
 * @throws NOT_FOUND survey round
 * @throws FORBIDDEN unless `survey.plan` reaches its estate, or the whole company where it is the company's
 * @throws CONFLICT when the client has seen another version
 * @throws RULE_REFUSED when the stage does not take the verb
 */
export async function takeRoundStep(
  ctx: CommandContext,
  { roundId, expectedVersion }: RoundStepInput,
  verb: 'issue' | 'collect' | 'analyse' | 'callOff',
): Promise<SurveyRound> {
  const known = await findRow(ctx, SurveyRound, 'survey round', roundId);
  authorizeOn(ctx.principal, 'survey.plan', known.estateId ?? null);
  const round = await ctx.load(SurveyRound, 'survey round', roundId, expectedVersion);
  round.stage = nextSurveyStage(verb, round.stage);
  round.version += 1;
  return round;
}
