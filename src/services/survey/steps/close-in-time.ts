import { nextSurveyStage } from '../../../domain/survey/survey-stage.js';
import { SurveyRound } from '../../../entities/survey/survey-round.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';
import { closeRound } from './close-round.js';

/** Closes a round whose time has come, unless somebody has before. @rule R-SAT-02 */
export async function closeInTime(ctx: CommandContext, roundId: string): Promise<void> {
  const round = await findRow(ctx, SurveyRound, 'survey round', roundId, 'lock');
  if (round.stage !== 'ISSUED' || round.closesAt > ctx.clock.now()) return;
  round.stage = nextSurveyStage('collect', round.stage);
  round.version += 1;
  await closeRound(ctx, round);
}
