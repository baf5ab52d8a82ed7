import { deadlineOfLocalDay } from '../../domain/calendar/local-instant.js';
import { invalidInput } from '../../domain/errors.js';
import { localDay } from '../../domain/place/local-day.js';
import { assertPlan } from '../../domain/survey/survey-plan.js';
import { nextSurveyStage } from '../../domain/survey/survey-stage.js';
import { newId } from '../../entities/new-id.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { Questionnaire } from '../../entities/survey/questionnaire.entity.js';
import { SurveyEstate } from '../../entities/survey/survey-estate.entity.js';
import { SurveyRound } from '../../entities/survey/survey-round.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { zoneOf } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { owe } from '../obligation/steps/owe.js';
import { findAll } from '../place/steps/find-all.js';
import { findRow } from '../place/steps/find-row.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { recordRoundEvent, type RoundResult } from './steps/record-survey-event.js';
import { standardQuestionnaire } from './steps/standard-questionnaire.js';

interface PlanSurvey extends CommandInput {
  /** The estate whose round it is; null: the company's. */
  readonly estateId?: string | null;
  /** Of the company's round: its estates; all where nothing is said. */
  readonly estateIds?: readonly string[] | null;
  readonly name: string;
  /** The standard one where nothing is said. */
  readonly questionnaireId?: string | null;
  readonly periodFrom: string;
  readonly periodUntil: string;
  readonly issueBy: string;
  readonly closesAt: Date;
  /** 100 is a census; the policy's where nothing is said. */
  readonly samplePercent?: number | null;
}

/**
 * Plans a round of the survey on an estate, or of the company over several: what is asked, of how many households, by which
 * day the forms are out and until when they come back. That they go out on schedule is owed. Needs `survey.plan` on the
 * estate, or on the whole company.
 * @rule R-SAT-01 @rule R-SAT-02 @rule R-SAT-07 @rule Q-01
 * @throws NOT_FOUND estate, questionnaire
 * @throws INVALID_INPUT with the path of a day that does not fit
 */
export async function planSurvey(ctx: CommandContext, input: PlanSurvey): Promise<RoundResult> {
  const { companyId, em } = ctx;
  const estateId = input.estateId == null ? null : (await findRow(ctx, Estate, 'estate', input.estateId)).id;
  authorizeOn(ctx.principal, 'survey.plan', estateId);
  const zone = await zoneOf(ctx, estateId);
  const { name, periodFrom, periodUntil, issueBy, closesAt } = input;
  const issueUntil = deadlineOfLocalDay(issueBy, zone);
  const today = localDay(ctx.clock.now(), zone);
  assertPlan({ periodFrom, periodUntil, issueBy, closesAt }, today, issueUntil);
  const policy = await policyInForce(ctx, 'Q-01', estateId, today);
  const questionnaire =
    input.questionnaireId == null
      ? await standardQuestionnaire(ctx, estateId)
      : await findRow(ctx, Questionnaire, 'questionnaire', input.questionnaireId);
  if (questionnaire.estateId != null && questionnaire.estateId !== estateId)
    throw invalidInput('input.questionnaireId', "must be the estate's own or the company's");
  const round = em.create(SurveyRound, {
    ...{ companyId, id: newId(), estateId, name, questionnaireId: questionnaire.id },
    ...{ periodFrom, periodUntil, issueBy, closesAt },
    stage: nextSurveyStage('plan', null),
    samplePercent: input.samplePercent ?? policy.samplePercent,
    satisfiedSteps: policy.satisfiedSteps,
    seed: newId(),
    plannedById: ctx.principal.subjectId,
    version: 1,
  });
  await em.flush();
  const estates = await estatesOf(ctx, estateId, input.estateIds);
  for (const id of estates)
    em.create(SurveyEstate, { ...NOTHING_YET, companyId, id: newId(), roundId: round.id, estateId: id });
  owe(ctx, {
    kind: 'SURVEY_ISSUE',
    estateId,
    subjectKind: 'SURVEY_ROUND',
    subjectId: round.id,
    owner: { ownerPost: estateId === null ? 'QUALITY_OFFICER' : 'SERVICE_MANAGER' },
    dueAt: issueUntil,
  });
  recordRoundEvent(ctx, round, 'PLANNED', { estates: estates.length, samplePercent: round.samplePercent });
  return { roundId: round.id, version: round.version };
}

const NOTHING_YET = {
  ...{ households: 0, issued: 0, undeliverable: 0, byLink: 0, byApp: 0, byPaper: 0, byTelephone: 0, byImport: 0 },
  ...{ blank: 0, replaced: 0, version: 1 },
};

async function estatesOf(
  ctx: CommandContext,
  estateId: string | null,
  wanted: readonly string[] | null | undefined,
): Promise<readonly string[]> {
  if (estateId !== null) {
    if (wanted != null) throw invalidInput('input.estateIds', "is asked of the company's round only");
    return [estateId];
  }
  if (wanted != null) {
    if (wanted.length === 0) throw invalidInput('input.estateIds', 'must not be empty');
    const found = await findAll(ctx, Estate, 'estate', [...new Set(wanted)]);
    return found.map(({ id }) => id);
  }
  const all = await ctx.em.find(Estate, { companyId: ctx.companyId }, { fields: ['id'], orderBy: { id: 'asc' } });
  return all.map(({ id }) => id);
}
