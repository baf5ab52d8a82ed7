import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { encodeCursor } from '../../events/cursor.js';
import { surveyFormById } from '../../loaders/survey/survey-forms.js';
import { EnterSurveyResponseInput } from '../../schema/survey/enter-survey-response.input.js';
import { IssueSurveyLinksInput } from '../../schema/survey/issue-survey-links.input.js';
import { MarkSurveyFormInput } from '../../schema/survey/mark-survey-form.input.js';
import { SubmitSurveyResponseInput } from '../../schema/survey/submit-survey-response.input.js';
import { SurveyFormPayloadType } from '../../schema/survey/survey-form-payload.type.js';
import { SurveyLinksPayloadType } from '../../schema/survey/survey-links-payload.type.js';
import { SurveyResponsePayloadType } from '../../schema/survey/survey-response-payload.type.js';
import { enterSurveyResponse } from '../../services/survey/enter-survey-response.js';
import { issueSurveyLinks } from '../../services/survey/issue-survey-links.js';
import { markSurveyForm } from '../../services/survey/mark-survey-form.js';
import type { AnswersTaken } from '../../services/survey/steps/take-answers.js';
import { submitSurveyResponse } from '../../services/survey/submit-survey-response.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { writeSurveyToken } from '../../tenancy/survey/survey-link.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** Forms on their way: handed out, answered, typed in, not delivered. */
@Resolver()
export class SurveyResponseResolver {
  @Mutation(() => SurveyResponsePayloadType, {
    nullable: true,
    description:
      'Answers a form: by its link without signing in, or as its resident. Answered again the later one counts until the round closes, and all are kept (R-SAT-02, D-29).',
  })
  async submitSurveyResponse(
    @Arg('input', () => SubmitSurveyResponseInput, { description: 'By which link or form, and the answers.' })
    input: SubmitSurveyResponseInput,
    @Ctx() ctx: RequestContext,
  ) {
    const { companyId, ...done } = await submitSurveyResponse(ctx.house, ctx.principal, input);
    return { ...inTime(done), cursor: encodeCursor(companyId, done) };
  }

  @Mutation(() => SurveyResponsePayloadType, {
    nullable: true,
    description:
      'Types in a form that came back on paper, or what a household said on the telephone (R-SAT-02, D-29). Needs `survey.enter` on the estate.',
  })
  async enterSurveyResponse(
    @Arg('input', () => EnterSurveyResponseInput, { description: 'Which form, and the answers.' })
    input: EnterSurveyResponseInput,
    @Ctx() ctx: RequestContext,
  ) {
    return inTime(await command(ctx, enterSurveyResponse, input));
  }

  @Mutation(() => SurveyFormPayloadType, {
    nullable: true,
    description:
      'Says that a form did not reach its household: it is left out of the response rate (R-SAT-02). Needs `survey.enter` on the estate.',
  })
  async markSurveyForm(
    @Arg('input', () => MarkSurveyFormInput, { description: 'Which form, and why.' }) input: MarkSurveyFormInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, markSurveyForm, input);
    return { ...done, form: await found('surveyForm', surveyFormById(ctx).load(done.formId)) };
  }

  @Mutation(() => SurveyLinksPayloadType, {
    nullable: true,
    description: 'Hands out the links of forms, to print or to send (R-SAT-02). Needs `survey.enter` on the estates.',
  })
  async issueSurveyLinks(
    @Arg('input', () => IssueSurveyLinksInput, { description: 'Which forms.' }) input: IssueSurveyLinksInput,
    @Ctx() ctx: RequestContext,
  ) {
    const { formIds, cursor } = await command(ctx, issueSurveyLinks, input);
    const { house, asker } = ctx;
    return {
      links: formIds.map((formId) => ({ formId, token: writeSurveyToken(house, asker.companyId, formId) })),
      cursor,
    };
  }
}

const inTime = <T extends AnswersTaken>(done: T) => ({
  ...done,
  answeredAt: new Date(done.answeredAt),
  closesAt: new Date(done.closesAt),
});
