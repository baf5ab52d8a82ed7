import type { SurveyQuestion } from '../../../domain/survey/questionnaire.js';
import {
  LEVEL_COLUMNS,
  surveyResults,
  type CountedAnswers,
  type StewardOfBuildings,
} from '../../../domain/survey/survey-results.js';
import { SATISFACTIONS } from '../../../domain/callback/callback-answer.js';
import { newId } from '../../../entities/new-id.js';
import type { SurveyEstate } from '../../../entities/survey/survey-estate.entity.js';
import type { CommandContext } from '../../command/command-context.js';

interface CountedOnEstate extends CountedAnswers {
  readonly estateId: string;
}

const COLUMNS = SATISFACTIONS.map((level) => LEVEL_COLUMNS[level]);
const COUNTED = `
select t.estate_id as "estateId", t.building_id as "buildingId", t.mode, t.question,
       json_build_object(${SATISFACTIONS.map((level) => `'${level}', t.${LEVEL_COLUMNS[level]}`).join(', ')}) as levels
  from survey_tally t
 where t.company_id = $1 and t.round_id = $2 and t.estate_id = any($3::uuid[])
   and ${COLUMNS.map((column) => `t.${column}`).join(' + ')} > 0`;
const STEWARDS = `
select s.estate_id as "estateId", s.staff_id as "staffId", array_agg(s.building_id::text order by s.building_id) as "buildingIds"
  from steward_building s
 where s.company_id = $1 and s.estate_id = any($2::uuid[])
 group by s.estate_id, s.staff_id
 order by s.staff_id`;
/** The columns of a figure that are written one by one, with their types. */
const WRITTEN = {
  ...{ id: 'uuid', estate_id: 'uuid', scope: 'text', building_id: 'uuid', steward_id: 'uuid', mode: 'text' },
  ...{ question: 'text', dimension: 'text', is_open: 'boolean' },
  ...Object.fromEntries(COLUMNS.map((column) => [column, 'int'])),
};
const NAMES = Object.keys(WRITTEN);
/** Column by column: the server reads an array several times as fast as it takes rows out of a document. */
const WRITE = `
insert into survey_result (company_id, round_id, is_published, ${NAMES.join(', ')})
select $1, $2, false, ${NAMES.map((name) => `r.${name}`).join(', ')}
  from unnest(${Object.values(WRITTEN)
    .map((type, i) => `$${i + 3}::${type}[]`)
    .join(', ')}) as r(${NAMES.join(', ')})`;
/** Rows that are written at once. */
const AT_ONCE = 5_000;

/**
 * Puts the answers of a round that count together, on some of its estates, and writes the figures down. The transaction is in
 * confidence.
 * @rule R-SAT-03 @rule D-29
 */
export async function countAnswers(
  ctx: CommandContext,
  roundId: string,
  questions: readonly SurveyQuestion[],
  estates: readonly SurveyEstate[],
): Promise<void> {
  const counted = await ctx.execute<CountedOnEstate>(COUNTED, [
    ctx.companyId,
    roundId,
    `{${estates.map((estate) => estate.estateId).join()}}`,
  ]);
  const estateIds = [...new Set(counted.map(({ estateId }) => estateId))];
  const stewards = await ctx.execute<StewardOfBuildings & { readonly estateId: string }>(STEWARDS, [
    ctx.companyId,
    `{${estateIds.join()}}`,
  ]);
  const answersBy = new Map(estateIds.map((id): [string, CountedOnEstate[]] => [id, []]));
  for (const answers of counted) answersBy.get(answers.estateId)?.push(answers);
  const rows = estateIds.flatMap((estateId) =>
    surveyResults(
      questions,
      answersBy.get(estateId) ?? [],
      stewards.filter((steward) => steward.estateId === estateId),
    ).map((cell) => ({
      ...{ id: newId(), estate_id: estateId, scope: cell.scope, mode: cell.mode, is_open: cell.open },
      ...{ building_id: cell.buildingId, steward_id: cell.stewardId },
      ...{ question: cell.question, dimension: cell.dimension },
      ...Object.fromEntries(SATISFACTIONS.map((level) => [LEVEL_COLUMNS[level], cell.levels[level]])),
    })),
  );
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const part: Record<string, unknown>[] = rows.slice(from, from + AT_ONCE);
    await ctx.execute(WRITE, [ctx.companyId, roundId, ...NAMES.map((name) => part.map((row) => row[name]))]);
  }
}
