import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { questionnaireById, questionnairesPage } from '../../loaders/survey/questionnaires.js';
import { surveyRoundById } from '../../loaders/survey/survey-rounds.js';
import { PageArgs } from '../../schema/page-args.js';
import { CallOffSurveyInput } from '../../schema/survey/call-off-survey.input.js';
import { CollectSurveyInput } from '../../schema/survey/collect-survey.input.js';
import { CreateQuestionnaireInput } from '../../schema/survey/create-questionnaire.input.js';
import { IssueSurveyInput } from '../../schema/survey/issue-survey.input.js';
import { PlanSurveyInput } from '../../schema/survey/plan-survey.input.js';
import { QuestionnairePayloadType } from '../../schema/survey/questionnaire-payload.type.js';
import { QuestionnaireConnection } from '../../schema/survey/survey-connections.type.js';
import { SurveyPayloadType } from '../../schema/survey/survey-payload.type.js';
import { callOffSurvey } from '../../services/survey/call-off-survey.js';
import { collectSurvey } from '../../services/survey/collect-survey.js';
import { createQuestionnaire } from '../../services/survey/create-questionnaire.js';
import { issueSurvey } from '../../services/survey/issue-survey.js';
import { planSurvey } from '../../services/survey/plan-survey.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What is done about rounds of the survey, and what they ask. */
@Resolver()
export class SurveyCommandsResolver {
  @Query(() => QuestionnaireConnection, {
    description: 'Questionnaires in all their versions, the newest first (R-SAT-09). Needs `survey.read`.',
  })
  questionnaires(@Args(() => PageArgs) args: PageArgs, @Ctx() ctx: RequestContext) {
    return questionnairesPage(ctx, args);
  }

  @Mutation(() => QuestionnairePayloadType, {
    nullable: true,
    description:
      'Writes the next version of a questionnaire, or the first; rounds keep theirs (R-SAT-09). Needs `survey.plan` on the estate, or on the whole company.',
  })
  async createQuestionnaire(
    @Arg('input', () => CreateQuestionnaireInput, { description: 'Whose, and what it asks.' })
    input: CreateQuestionnaireInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, createQuestionnaire, input);
    return { ...done, questionnaire: await found('questionnaire', questionnaireById(ctx).load(done.questionnaireId)) };
  }

  @Mutation(() => SurveyPayloadType, {
    nullable: true,
    description:
      'Plans a round on an estate, or of the company over several (R-SAT-01, R-SAT-02). Needs `survey.plan` on the estate, or on the whole company.',
  })
  async planSurvey(
    @Arg('input', () => PlanSurveyInput, { description: 'Where, when, and what is asked of how many.' })
    input: PlanSurveyInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, planSurvey, input);
    return { ...done, round: await found('survey round', surveyRoundById(ctx).load(done.roundId)) };
  }

  @Mutation(() => SurveyPayloadType, {
    nullable: true,
    description:
      'Gives every household that is asked its form; answers are taken from now on (R-SAT-02). Needs `survey.plan` on the estate, or on the whole company.',
  })
  async issueSurvey(
    @Arg('input', () => IssueSurveyInput, { description: 'Which round.' }) input: IssueSurveyInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, issueSurvey, input);
    return { ...done, round: await found('survey round', surveyRoundById(ctx).load(done.roundId)) };
  }

  @Mutation(() => SurveyPayloadType, {
    nullable: true,
    description:
      'Closes a round before its time; at its time the program does (R-SAT-02). Needs `survey.plan` on the estate, or on the whole company.',
  })
  async collectSurvey(
    @Arg('input', () => CollectSurveyInput, { description: 'Which round.' }) input: CollectSurveyInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, collectSurvey, input);
    return { ...done, round: await found('survey round', surveyRoundById(ctx).load(done.roundId)) };
  }

  @Mutation(() => SurveyPayloadType, {
    nullable: true,
    description:
      'Calls a round off before its forms go out. Needs `survey.plan` on the estate, or on the whole company.',
  })
  async callOffSurvey(
    @Arg('input', () => CallOffSurveyInput, { description: 'Which round.' }) input: CallOffSurveyInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, callOffSurvey, input);
    return { ...done, round: await found('survey round', surveyRoundById(ctx).load(done.roundId)) };
  }
}
