import { randomUUID } from 'node:crypto';
import { maskedWords } from '../../../domain/survey/masked-words.js';
import { FEWEST_ANSWERS } from '../../../domain/survey/open-cells.js';
import { tallyOf } from '../../../domain/survey/survey-counts.js';
import type { SurveyEstate } from '../../../entities/survey/survey-estate.entity.js';
import type { CommandContext } from '../../command/command-context.js';

interface Said {
  readonly id: string;
  readonly estateId: string;
  readonly question: string;
  readonly text: string;
  readonly name: string | null;
}

const SAID = `
select a.id, a.estate_id as "estateId", a.question, a.text, c.name
  from survey_answer a
  left join occupancy o on o.company_id = a.company_id and o.id = a.occupancy_id
  left join customer c on c.company_id = o.company_id and c.id = o.customer_id
 where a.company_id = $1 and a.round_id = $2 and a.estate_id = any($3::uuid[]) and a.counts and a.text is not null`;
const WRITE = `
insert into survey_comment (company_id, id, round_id, estate_id, answer_id, question, text, is_open)
select $1, m.id, $2, m.estate_id, m.answer_id, m.question, m.text, m.is_open
  from jsonb_to_recordset($3::jsonb) as m(id uuid, estate_id uuid, answer_id uuid, question text, text text, is_open boolean)`;
/** Rows that are written at once. */
const AT_ONCE = 5_000;

/**
 * Keeps what households of a round on some of its estates said in words, masked, under ids that tell no order. The transaction is in confidence.
 * @returns how many
 * @rule R-SAT-03 @rule D-29
 */
export async function keepComments(
  ctx: CommandContext,
  roundId: string,
  estates: readonly SurveyEstate[],
): Promise<number> {
  const said = await ctx.execute<Said>(SAID, [
    ctx.companyId,
    roundId,
    `{${estates.map((estate) => estate.estateId).join()}}`,
  ]);
  const isOpen = new Map(estates.map((estate) => [estate.estateId, tallyOf([estate]).returned >= FEWEST_ANSWERS]));
  const masked = said.map(({ id, estateId, question, text, name }) => ({
    ...{ id: randomUUID(), estate_id: estateId, answer_id: id, question },
    text: maskedWords(text, name === null ? [] : [name]),
    is_open: isOpen.get(estateId) ?? false,
  }));
  for (let from = 0; from < masked.length; from += AT_ONCE)
    await ctx.execute(WRITE, [ctx.companyId, roundId, JSON.stringify(masked.slice(from, from + AT_ONCE))]);
  return masked.length;
}
