import { questionsOf } from '../../../domain/survey/questionnaire.js';
import { newId } from '../../../entities/new-id.js';
import { Questionnaire } from '../../../entities/survey/questionnaire.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { flushUnique } from '../../place/steps/flush-unique.js';

const STANDARD = 'STANDARD';

/** The newest standard questionnaire that an estate may use, its own before the company's; the nine dimensions where there is none yet. @rule R-SAT-09 */
export async function standardQuestionnaire(ctx: CommandContext, estateId: string | null): Promise<Questionnaire> {
  const { companyId, em } = ctx;
  const owners = estateId === null ? [null] : [estateId, null];
  for (const owner of owners) {
    const of = { companyId, estateId: owner, code: STANDARD };
    const known = await em.findOne(Questionnaire, of, { orderBy: { number: 'desc' } });
    if (known) return known;
  }
  const questionnaire = em.create(Questionnaire, {
    companyId,
    id: newId(),
    estateId,
    code: STANDARD,
    number: 1,
    title: '业户意见调查表',
    questions: questionsOf([]),
    createdAt: ctx.clock.now(),
    createdById: ctx.principal.subjectId,
  });
  await flushUnique(ctx, 'questionnaire');
  return questionnaire;
}
