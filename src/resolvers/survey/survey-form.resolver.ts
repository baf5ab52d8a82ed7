import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { unitById } from '../../loaders/place/unit-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { answersOfResponse, responsesOfForm, type SurveyResponseRow } from '../../loaders/survey/responses-of-form.js';
import { surveyFormsPage, type SurveyFormRow } from '../../loaders/survey/survey-forms.js';
import { surveyRoundById } from '../../loaders/survey/survey-rounds.js';
import { surveySheet } from '../../loaders/survey/survey-sheet.js';
import { PageArgs } from '../../schema/page-args.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { UnitType } from '../../schema/place/unit.type.js';
import { SurveyFormConnection } from '../../schema/survey/survey-connections.type.js';
import { SurveyFormFilterInput } from '../../schema/survey/survey-form-filter.input.js';
import { SurveyFormType } from '../../schema/survey/survey-form.type.js';
import { SurveyAnswerType, SurveyResponseType } from '../../schema/survey/survey-response.type.js';
import { SurveyRoundType } from '../../schema/survey/survey-round.type.js';
import { SurveySheetType } from '../../schema/survey/survey-sheet.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** Forms of the survey: whose they are; never whether they were answered. */
@Resolver(() => SurveyFormType)
export class SurveyFormResolver {
  @Query(() => SurveyFormConnection, {
    description: 'Forms of the survey, the latest issued first; residents see the own. Needs `survey.read`.',
  })
  surveyForms(
    @Arg('filter', () => SurveyFormFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: SurveyFormFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return surveyFormsPage(ctx, filter ?? {}, args);
  }

  @Query(() => SurveySheetType, {
    nullable: true,
    description:
      'What the holder of a form’s link is asked; nothing but the questionnaire. NOT_FOUND, always the same, when the link is none of ours or the round takes no answers.',
  })
  surveySheet(
    @Arg('token', () => String, { description: 'The token of the link.' }) token: string,
    @Ctx() { house }: RequestContext,
  ) {
    return surveySheet(house, token);
  }

  @FieldResolver(() => SurveyRoundType, { nullable: true, description: 'The round.' })
  round(@Root() { roundId }: SurveyFormRow, @Ctx() ctx: RequestContext) {
    return surveyRoundById(ctx).load(roundId);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: SurveyFormRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => [SurveyResponseType], {
    description:
      'What was answered, earliest first: residents see the own, staff need `survey.confidence`; empty for others (D-29).',
  })
  responses(@Root() { id }: SurveyFormRow, @Ctx() ctx: RequestContext) {
    return responsesOfForm(ctx).load(id);
  }

  @FieldResolver(() => UnitType, { nullable: true, description: 'The household.' })
  unit(@Root() { unitId }: SurveyFormRow, @Ctx() ctx: RequestContext) {
    return unitById(ctx).load(unitId);
  }
}

/** What was answered on forms. */
@Resolver(() => SurveyResponseType)
export class SurveyAnswersResolver {
  @FieldResolver(() => [SurveyAnswerType], { description: 'The answers; what was left blank is not among them.' })
  answers(@Root() { id }: SurveyResponseRow, @Ctx() ctx: RequestContext) {
    return answersOfResponse(ctx).load(id);
  }
}
