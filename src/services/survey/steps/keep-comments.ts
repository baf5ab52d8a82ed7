import { randomUUID } from 'node:crypto';
import { maskedWords } from '../../../domain/survey/masked-words.js';
import { FEWEST_ANSWERS } from '../../../domain/survey/open-cells.js';
import type { CommandContext } from '../../command/command-context.js';

interface Said {
  readonly id: string;
  readonly text: string;
  readonly name: string | null;
}

const SAID = `
select a.id, a.text, c.name
  from survey_answer a
  left join occupancy o on o.company_id = a.company_id and o.id = a.occupancy_id
  left join customer c on c.company_id = o.company_id and c.id = o.customer_id
 where a.company_id = $1 and a.round_id = $2 and a.counts and a.text is not null`;
const WRITE = `
insert into survey_comment (company_id, id, round_id, estate_id, answer_id, question, text, is_open)
select $1, m.id, $2, a.estate_id, a.id, a.question, m.text,
       (select s.by_link + s.by_app + s.by_paper + s.by_import >= $4 from survey_estate s
         where s.company_id = $1 and s.round_id = $2 and s.estate_id = a.estate_id)
  from jsonb_to_recordset($3::jsonb) as m(id uuid, answer uuid, text text)
  join survey_answer a on a.company_id = $1 and a.id = m.answer`;
/** Rows that are written at once. */
const AT_ONCE = 5_000;

/**
 * Keeps what households of a round said in words, masked, under ids that tell no order. The transaction is in confidence.
 * @returns how many
 * @rule R-SAT-03 @rule D-29
 */
export async function keepComments(ctx: CommandContext, roundId: string): Promise<number> {
  const said = await ctx.execute<Said>(SAID, [ctx.companyId, roundId]);
  const masked = said.map(({ id, text, name }) => ({
    id: randomUUID(),
    answer: id,
    text: maskedWords(text, name === null ? [] : [name]),
  }));
  for (let from = 0; from < masked.length; from += AT_ONCE)
    await ctx.execute(WRITE, [
      ...[ctx.companyId, roundId, JSON.stringify(masked.slice(from, from + AT_ONCE)), FEWEST_ANSWERS],
    ]);
  return masked.length;
}
