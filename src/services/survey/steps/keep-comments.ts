import { randomUUID } from 'node:crypto';
import { maskedWords } from '../../../domain/survey/masked-words.js';
import type { SurveyAnswer } from '../../../entities/survey/survey-answer.entity.js';
import { SurveyComment } from '../../../entities/survey/survey-comment.entity.js';
import type { CommandContext } from '../../command/command-context.js';

const NAME = `
select c.name from occupancy o join customer c on c.company_id = o.company_id and c.id = o.customer_id
 where o.company_id = $1 and o.id = $2`;

/**
 * Keeps what a household says in words, masked, under ids that tell no order; closed until its round is analysed. The
 * transaction is in confidence.
 * @rule R-SAT-03 @rule D-29
 */
export async function keepComments(ctx: CommandContext, answers: readonly SurveyAnswer[]): Promise<void> {
  const { companyId, em } = ctx;
  const said = answers.filter(({ text }) => text != null);
  if (said.length === 0) return;
  await em.flush();
  const names = await ctx.execute<{ name: string }>(NAME, [companyId, said[0]?.occupancyId ?? null]);
  for (const { id: answerId, roundId, estateId, question, text } of said)
    em.create(SurveyComment, {
      ...{ companyId, id: randomUUID(), roundId, estateId, answerId, question, isOpen: false },
      text: maskedWords(
        text ?? '',
        names.map(({ name }) => name),
      ),
    });
}
