import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { tallyOf } from '../../domain/survey/survey-counts.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { estatesOfRound, type SurveyEstateRow } from '../../loaders/survey/estates-of-round.js';
import { questionnaireById } from '../../loaders/survey/questionnaires.js';
import { surveyRoundById, surveyRoundsPage, type SurveyRoundRow } from '../../loaders/survey/survey-rounds.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { QuestionnaireType } from '../../schema/survey/questionnaire.type.js';
import { SurveyRoundConnection } from '../../schema/survey/survey-connections.type.js';
import { SurveyEstateType } from '../../schema/survey/survey-estate.type.js';
import { SurveyRoundFilterInput } from '../../schema/survey/survey-round-filter.input.js';
import { SurveyRoundType } from '../../schema/survey/survey-round.type.js';
import { SurveyTallyType } from '../../schema/survey/survey-tally.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';

/** Rounds of the survey: looking them up, their estates and what they count. */
@Resolver(() => SurveyRoundType)
export class SurveyRoundResolver {
  @Query(() => SurveyRoundConnection, {
    description: 'Rounds of the satisfaction survey, the latest period first (R-SAT-01). Needs `survey.read`.',
  })
  surveyRounds(
    @Arg('filter', () => SurveyRoundFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: SurveyRoundFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return surveyRoundsPage(ctx, filter ?? {}, args);
  }

  @Query(() => SurveyRoundType, {
    nullable: true,
    description: 'One round. Needs `survey.read`. NOT_FOUND when it is unknown or not yours.',
  })
  surveyRound(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('survey round', surveyRoundById(ctx).load(id));
  }

  @FieldResolver(() => EstateType, {
    nullable: true,
    description: 'The estate whose round it is; null: the company’s.',
  })
  estate(@Root() { estateId }: SurveyRoundRow, @Ctx() ctx: RequestContext) {
    return estateId === null ? null : estateById(ctx).load(estateId);
  }

  @FieldResolver(() => QuestionnaireType, { nullable: true, description: 'What it asks.' })
  questionnaire(@Root() { questionnaireId }: SurveyRoundRow, @Ctx() ctx: RequestContext) {
    return questionnaireById(ctx).load(questionnaireId);
  }

  @FieldResolver(() => [SurveyEstateType], {
    description: 'The round on its estates, as far as they are yours; residents see what is published.',
  })
  estates(@Root() { id }: SurveyRoundRow, @Ctx() ctx: RequestContext) {
    return estatesOfRound(ctx).load(id);
  }

  @FieldResolver(() => SurveyTallyType, {
    description: 'What it counts on those estates together: ratios of sums (R-MET-08).',
  })
  async tally(@Root() { id }: SurveyRoundRow, @Ctx() ctx: RequestContext) {
    return tallyOf(await estatesOfRound(ctx).load(id));
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who planned it; null for residents.' })
  plannedBy(@Root() { plannedById }: SurveyRoundRow, @Ctx() ctx: RequestContext) {
    return ctx.asker.kind === 'RESIDENT' ? null : staffById(ctx).load(plannedById);
  }
}

/** A round on one of its estates. */
@Resolver(() => SurveyEstateType)
export class SurveyEstateResolver {
  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: SurveyEstateRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => SurveyRoundType, { nullable: true, description: 'The round.' })
  round(@Root() { roundId }: SurveyEstateRow, @Ctx() ctx: RequestContext) {
    return surveyRoundById(ctx).load(roundId);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Whether it was published in time (M-SAT-04); null until it is published.',
  })
  publishedOnTime(@Root() { publishBy, publishedAt }: SurveyEstateRow) {
    return publishedAt === null || publishBy === null ? null : publishedAt <= publishBy;
  }

  @FieldResolver(() => SurveyTallyType, { description: 'What the round counts here (D-29).' })
  tally(@Root() estate: SurveyEstateRow) {
    return tallyOf([estate]);
  }
}
