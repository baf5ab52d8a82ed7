import { SurveyEstate } from '../../../entities/survey/survey-estate.entity.js';
import type { SurveyRound } from '../../../entities/survey/survey-round.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { recordEstateEvent, recordRoundEvent } from './record-survey-event.js';

/** Closes a round that the caller has taken to its stage: no household answers any more. @rule R-SAT-02 */
export async function closeRound(ctx: CommandContext, round: SurveyRound): Promise<void> {
  round.collectedAt = ctx.clock.now();
  const { companyId, em } = ctx;
  const estates = await em.find(SurveyEstate, { companyId, roundId: round.id }, { orderBy: { estateId: 'asc' } });
  for (const estate of estates) recordEstateEvent(ctx, estate, 'COLLECTED');
  recordRoundEvent(ctx, round, 'COLLECTED');
}
