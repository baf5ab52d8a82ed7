import { workingDayDeadline } from '../../domain/calendar/working-days.js';
import { notFound } from '../../domain/errors.js';
import { inParts } from '../../domain/survey/in-parts.js';
import { PUBLISH_WORKING_DAYS } from '../../domain/survey/publication.js';
import { Questionnaire } from '../../entities/survey/questionnaire.entity.js';
import { SurveyEstate } from '../../entities/survey/survey-estate.entity.js';
import { goOnInConfidence } from '../../tenancy/survey/in-confidence.js';
import { calendarsOf } from '../calendar/steps/calendar-of.js';
import type { CommandContext } from '../command/command-context.js';
import { owe } from '../obligation/steps/owe.js';
import { countAnswers } from './steps/count-answers.js';
import { openComments } from './steps/open-comments.js';
import { recordEstateEvent, recordRoundEvent, type RoundResult } from './steps/record-survey-event.js';
import { takeRoundStep, type RoundStepInput } from './steps/take-round-step.js';

interface AnalyseSurvey extends RoundStepInput {
  /** What the analysis says. */
  readonly findings: string;
  /** What it wants improved. */
  readonly measures?: string | null;
}

/**
 * Counts a closed round at this instant: its figures stay as they are now. Each of its estates owes the publication within
 * five working days. Needs `survey.plan` on the estate, or on the whole company.
 * @rule R-SAT-03 @rule R-SAT-05 @rule D-29
 * @throws NOT_FOUND survey round
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-SAT-03 unless it is closed and not yet analysed
 */
export async function analyseSurvey(ctx: CommandContext, input: AnalyseSurvey): Promise<RoundResult> {
  const { companyId, em } = ctx;
  const round = await takeRoundStep(ctx, input, 'analyse');
  const now = ctx.clock.now();
  const { findings, measures = null } = input;
  Object.assign(round, { analysedAt: now, analysedById: ctx.principal.subjectId, findings, measures });
  await goOnInConfidence(em);
  const { questions } = await em.findOneOrFail(Questionnaire, { companyId, id: round.questionnaireId });
  const estates = await em.find(SurveyEstate, { companyId, roundId: round.id }, { orderBy: { estateId: 'asc' } });
  const parts = inParts(estates);
  // All are asked for at once: while one part is counted, the one before is put together.
  await Promise.all(parts.map((part) => countAnswers(ctx, round.id, questions, part)));
  const comments = await openComments(ctx, round.id, parts);
  const calendars = await calendarsOf(
    ctx,
    estates.map(({ estateId }) => estateId),
    now,
  );
  for (const estate of estates) {
    const calendar = calendars.get(estate.estateId);
    if (!calendar) throw notFound('estate');
    estate.publishBy = workingDayDeadline(now, PUBLISH_WORKING_DAYS, calendar).deadline;
    estate.version += 1;
    owe(ctx, {
      kind: 'SURVEY_PUBLICATION',
      estateId: estate.estateId,
      subjectKind: 'SURVEY_ESTATE',
      subjectId: estate.id,
      owner: { ownerPost: 'SERVICE_MANAGER' },
      dueAt: estate.publishBy,
    });
    recordEstateEvent(ctx, estate, 'RESULT_COUNTED', { facts: { publishBy: estate.publishBy.toISOString() } });
  }
  recordRoundEvent(ctx, round, 'ANALYSED', { estates: estates.length, comments });
  return { roundId: round.id, version: round.version };
}
