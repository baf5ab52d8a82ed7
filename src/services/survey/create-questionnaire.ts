import { questionsOf, type OwnQuestion } from '../../domain/survey/questionnaire.js';
import type { SurveyDimension } from '../../domain/survey/survey-dimension.js';
import { newId } from '../../entities/new-id.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { Questionnaire } from '../../entities/survey/questionnaire.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { flushUnique } from '../place/steps/flush-unique.js';

interface CreateQuestionnaire extends CommandInput {
  /** Null: the whole company's. */
  readonly estateId?: string | null;
  readonly code: string;
  readonly title: string;
  /** All nine where nothing is said. */
  readonly dimensions?: readonly SurveyDimension[] | null;
  readonly ownQuestions?: readonly OwnQuestion[] | null;
}

/**
 * Writes the next version of a questionnaire, or the first; rounds keep the version that they were planned with. Needs
 * `survey.plan` on the estate, or on the whole company.
 * @rule R-SAT-01 @rule R-SAT-09
 * @throws NOT_FOUND estate
 * @throws INVALID_INPUT with the path of a question that does not fit
 * @throws CONFLICT when somebody else writes the same version
 */
export async function createQuestionnaire(
  ctx: CommandContext,
  input: CreateQuestionnaire,
): Promise<{ readonly questionnaireId: string }> {
  const { companyId, em } = ctx;
  const { code, title, dimensions, ownQuestions } = input;
  const estateId = input.estateId == null ? null : (await findRow(ctx, Estate, 'estate', input.estateId)).id;
  authorizeOn(ctx.principal, 'survey.plan', estateId);
  const questions = questionsOf(ownQuestions ?? [], dimensions ?? undefined);
  const before = await em.findOne(Questionnaire, { companyId, estateId, code }, { orderBy: { number: 'desc' } });
  const questionnaire = em.create(Questionnaire, {
    ...{ companyId, id: newId(), estateId, code, title, questions },
    number: (before?.number ?? 0) + 1,
    createdAt: ctx.clock.now(),
    createdById: ctx.principal.subjectId,
  });
  await flushUnique(ctx, 'questionnaire');
  ctx.record({
    type: 'survey.QUESTIONNAIRE_CREATED',
    estateId,
    subjectKind: 'questionnaire',
    subjectId: questionnaire.id,
    subjectVersion: questionnaire.number,
    visibility: 'INTERNAL',
    facts: { number: questionnaire.number, questions: questions.length },
  });
  return { questionnaireId: questionnaire.id };
}
