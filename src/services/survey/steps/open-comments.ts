import { FEWEST_ANSWERS } from '../../../domain/survey/open-cells.js';
import { tallyOf } from '../../../domain/survey/survey-counts.js';
import type { SurveyEstate } from '../../../entities/survey/survey-estate.entity.js';
import type { CommandContext } from '../../command/command-context.js';

const OPEN = `update survey_comment set is_open = true where company_id = $1 and round_id = $2 and estate_id = any($3::uuid[])`;
const COUNT = `select count(*)::int as comments from survey_comment where company_id = $1 and round_id = $2`;

/**
 * Opens what households of a round said in words to the staff of those estates where enough of them have answered. The
 * transaction is in confidence.
 * @returns how much was said on all of them
 * @rule R-SAT-03 @rule D-29
 */
export async function openComments(
  ctx: CommandContext,
  roundId: string,
  parts: readonly (readonly SurveyEstate[])[],
): Promise<number> {
  const isEnough = (estate: SurveyEstate): boolean => tallyOf([estate]).returned >= FEWEST_ANSWERS;
  for (const part of parts) {
    const open = part.filter(isEnough).map(({ estateId }) => estateId);
    if (open.length > 0) await ctx.execute(OPEN, [ctx.companyId, roundId, `{${open.join()}}`]);
  }
  const [said] = await ctx.execute<{ comments: number }>(COUNT, [ctx.companyId, roundId]);
  return said?.comments ?? 0;
}
