import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { SatisfactionBreakdown } from '../../domain/survey/satisfaction-source.js';
import { tallyOf } from '../../domain/survey/survey-counts.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { buildingById } from '../../loaders/place/building-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { estatesOfRound } from '../../loaders/survey/estates-of-round.js';
import { satisfaction, type SatisfactionFigure } from '../../loaders/survey/satisfaction.js';
import { surveyCommentsPage, type SurveyCommentRow } from '../../loaders/survey/survey-comments.js';
import { surveyRoundById } from '../../loaders/survey/survey-rounds.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { BuildingType } from '../../schema/place/building.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { SatisfactionBreakdownEnum } from '../../schema/survey/satisfaction-breakdown.enum.js';
import { SatisfactionFigureType, SatisfactionLevelsType } from '../../schema/survey/satisfaction-figure.type.js';
import { SatisfactionFilterInput } from '../../schema/survey/satisfaction-filter.input.js';
import { SurveyCommentFilterInput } from '../../schema/survey/survey-comment-filter.input.js';
import { SurveyCommentConnection, SurveyCommentType } from '../../schema/survey/survey-comment.type.js';
import { SurveyRoundType } from '../../schema/survey/survey-round.type.js';
import { SurveyTallyType } from '../../schema/survey/survey-tally.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** How satisfied customers are, by source. */
@Resolver(() => SatisfactionFigureType)
export class SatisfactionResolver {
  @Query(() => [SatisfactionFigureType], {
    description:
      'How satisfied customers are: figures by source, question and part, never merged over sources; each with its distribution and what it is compared with (M-SAT-01, M-SAT-02, M-SAT-06, M-SAT-07). An estate’s own staff see surveys once they are analysed, and no figure that tells of fewer than five answers (D-29); residents see what is published. Needs `survey.read`.',
  })
  satisfaction(
    @Arg('filter', () => SatisfactionFilterInput, { description: 'Which.' }) filter: SatisfactionFilterInput,
    @Arg('by', () => SatisfactionBreakdownEnum, { defaultValue: 'ESTATE', description: 'Broken down by what.' })
    by: SatisfactionBreakdown,
    @Ctx() ctx: RequestContext,
  ) {
    return satisfaction(ctx, filter, by);
  }

  @FieldResolver(() => SurveyRoundType, { nullable: true, description: 'The round; null but for surveys.' })
  round(@Root() { roundId }: SatisfactionFigure, @Ctx() ctx: RequestContext) {
    return roundId === null ? null : surveyRoundById(ctx).load(roundId);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate; null by COMPANY.' })
  estate(@Root() { estateId }: SatisfactionFigure, @Ctx() ctx: RequestContext) {
    return estateId === null ? null : estateById(ctx).load(estateId);
  }

  @FieldResolver(() => BuildingType, {
    nullable: true,
    description: 'By BUILDING: which; null where a customer was asked about none.',
  })
  building(@Root() { buildingId }: SatisfactionFigure, @Ctx() ctx: RequestContext) {
    return buildingId === null ? null : buildingById(ctx).load(buildingId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'By STEWARD: whose buildings.' })
  steward(@Root() { stewardId }: SatisfactionFigure, @Ctx() ctx: RequestContext) {
    return stewardId === null ? null : staffById(ctx).load(stewardId);
  }

  @FieldResolver(() => SatisfactionLevelsType, { description: 'The answers by level.' })
  levels(@Root() { levels }: SatisfactionFigure) {
    return {
      ...{ verySatisfied: levels.VERY_SATISFIED, satisfied: levels.SATISFIED, neutral: levels.NEUTRAL },
      ...{ dissatisfied: levels.DISSATISFIED, veryDissatisfied: levels.VERY_DISSATISFIED },
    };
  }

  @FieldResolver(() => SurveyTallyType, {
    nullable: true,
    description:
      'Of a survey by company or estate: forms, response rate and the share that staff entered (M-SAT-03, D-29); null otherwise.',
  })
  async tally(@Root() figure: SatisfactionFigure, @Ctx() ctx: RequestContext) {
    const { roundId, estateId, buildingId, stewardId, mode } = figure;
    if (roundId === null || buildingId !== null || stewardId !== null || mode !== null) return null;
    const estates = await estatesOfRound(ctx).load(roundId);
    return tallyOf(estates.filter((estate) => estateId === null || estate.estateId === estateId));
  }
}

/** What households said in words. */
@Resolver(() => SurveyCommentType)
export class SurveyCommentResolver {
  @Query(() => SurveyCommentConnection, {
    description:
      'What households said in words, of an analysed round: masked, by nobody and in no order; of fewer than five households none for an estate’s own staff (D-29). Needs `survey.read`; none for residents.',
  })
  surveyComments(
    @Arg('filter', () => SurveyCommentFilterInput, { description: 'Which.' }) filter: SurveyCommentFilterInput,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return surveyCommentsPage(ctx, filter, args);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: SurveyCommentRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }
}
