import { ruleRefused } from '../../domain/errors.js';
import { notBefore } from '../../domain/ticket/not-before.js';
import { SurveyEstate } from '../../entities/survey/survey-estate.entity.js';
import { SurveyRound } from '../../entities/survey/survey-round.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { goOnInConfidence } from '../../tenancy/survey/in-confidence.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { fulfilOwed } from '../obligation/steps/fulfil-owed.js';
import { findRow } from '../place/steps/find-row.js';
import { recordEstateEvent } from './steps/record-survey-event.js';

interface PublishSurvey extends CommandInput {
  /** The round on one of its estates. */
  readonly surveyEstateId: string;
  readonly expectedVersion?: number | null;
  /** When it was posted, for what is entered late. */
  readonly occurredAt?: Date | null;
}

/**
 * Publishes the result of an analysed round on an estate: posted on its notice board, and shown to its residents from now on.
 * Late is recorded and counted. Needs `survey.plan` on the estate.
 * @rule R-SAT-05
 * @throws NOT_FOUND surveyEstate
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-SAT-05 before the analysis, and when it is published already
 * @throws INVALID_INPUT when it happened before the analysis, or in the future
 */
export async function publishSurvey(
  ctx: CommandContext,
  input: PublishSurvey,
): Promise<{ readonly roundId: string; readonly surveyEstateId: string; readonly version: number }> {
  const estate = await ctx.load(SurveyEstate, 'surveyEstate', input.surveyEstateId, input.expectedVersion);
  authorizeOn(ctx.principal, 'survey.plan', estate.estateId);
  const { stage, analysedAt } = await findRow(ctx, SurveyRound, 'surveyEstate', estate.roundId);
  if (analysedAt == null) throw ruleRefused('R-SAT-05', 'A round is published once it is analysed.', { stage });
  if (estate.publishedAt != null)
    throw ruleRefused('R-SAT-05', 'The result has been published.', { publishedAt: estate.publishedAt.toISOString() });
  const analysed = { name: 'analysedAt', at: analysedAt };
  const at = notBefore(analysed, ctx.occurredAt(input.occurredAt), input.occurredAt != null);
  Object.assign(estate, { publishedAt: at, publishedById: ctx.principal.subjectId, version: estate.version + 1 });
  await fulfilOwed(ctx, ['SURVEY_PUBLICATION'], estate.id, at);
  const onTime = estate.publishBy == null || at <= estate.publishBy;
  recordEstateEvent(ctx, estate, 'PUBLISHED', { facts: { onTime } });
  await goOnInConfidence(ctx.em);
  await ctx.execute(PUBLISH, [ctx.companyId, estate.roundId, estate.estateId]);
  return { roundId: estate.roundId, surveyEstateId: estate.id, version: estate.version };
}

const PUBLISH = `
update survey_result set is_published = true where company_id = $1 and round_id = $2 and estate_id = $3 and scope = 'ESTATE'`;
