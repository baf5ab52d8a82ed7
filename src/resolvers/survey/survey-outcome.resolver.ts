import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estatesOfRound, type SurveyEstateRow } from '../../loaders/survey/estates-of-round.js';
import { surveyRoundById, type SurveyRoundRow } from '../../loaders/survey/survey-rounds.js';
import { AnalyseSurveyInput } from '../../schema/survey/analyse-survey.input.js';
import { PublishSurveyInput } from '../../schema/survey/publish-survey.input.js';
import { SurveyPayloadType } from '../../schema/survey/survey-payload.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { SurveyRoundType } from '../../schema/survey/survey-round.type.js';
import { analyseSurvey } from '../../services/survey/analyse-survey.js';
import { publishSurvey } from '../../services/survey/publish-survey.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What comes of a round: its analysis, and where it is published. */
@Resolver(() => SurveyRoundType)
export class SurveyOutcomeResolver {
  @Mutation(() => SurveyPayloadType, {
    nullable: true,
    description:
      'Counts a closed round at this instant; publication is owed within five working days (R-SAT-03, R-SAT-05). Needs `survey.plan` on the estate, or on the whole company.',
  })
  async analyseSurvey(
    @Arg('input', () => AnalyseSurveyInput, { description: 'Which round, and what the analysis says.' })
    input: AnalyseSurveyInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, analyseSurvey, input);
    return { ...done, round: await found('survey round', surveyRoundById(ctx).load(done.roundId)) };
  }

  @Mutation(() => SurveyPayloadType, {
    nullable: true,
    description:
      'Publishes the result of an analysed round on an estate; its residents see it from now on (R-SAT-05). Needs `survey.plan` on the estate.',
  })
  async publishSurvey(
    @Arg('input', () => PublishSurveyInput, { description: 'Which round on which estate.' }) input: PublishSurveyInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, publishSurvey, input);
    return { ...done, round: await found('survey round', surveyRoundById(ctx).load(done.roundId)) };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the analysis says (R-SAT-03); residents see it once it is published.',
  })
  async findings(@Root() { id, findings }: SurveyRoundRow, @Ctx() ctx: RequestContext) {
    return (await isShown(ctx, id)) ? findings : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What is to be improved (R-SAT-03); residents see it once it is published.',
  })
  async measures(@Root() { id, measures }: SurveyRoundRow, @Ctx() ctx: RequestContext) {
    return (await isShown(ctx, id)) ? measures : null;
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who analysed it; null for residents.' })
  analysedBy(@Root() { analysedById }: SurveyRoundRow, @Ctx() ctx: RequestContext) {
    return analysedById === null || ctx.asker.kind === 'RESIDENT' ? null : staffById(ctx).load(analysedById);
  }
}

/** Staff see what an analysis says, residents once their estate has published it. */
async function isShown(ctx: RequestContext, roundId: string): Promise<boolean> {
  if (ctx.asker.kind !== 'RESIDENT') return true;
  const published: readonly SurveyEstateRow[] = await estatesOfRound(ctx).load(roundId);
  return published.length > 0;
}
