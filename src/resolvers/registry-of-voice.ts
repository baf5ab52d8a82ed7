import { CorrectiveActionCommandsResolver } from './corrective-action/corrective-action-commands.resolver.js';
import { CorrectiveActionEventResolver } from './corrective-action/corrective-action-event.resolver.js';
import {
  CorrectiveActionReportResolver,
  CorrectiveActionResolver,
} from './corrective-action/corrective-action.resolver.js';
import {
  ObligationCorrectiveActionResolver,
  TicketCorrectiveActionsResolver,
  VisitCorrectiveActionsResolver,
  VisitMonthCorrectiveActionsResolver,
  SurveyEstateCorrectiveActionsResolver,
  SurveyRoundCorrectiveActionsResolver,
  VisitSummaryCorrectiveActionsResolver,
} from './corrective-action/corrective-actions-of.resolver.js';
import { ObligationVisitResolver } from './owner-visit/obligation-visit.resolver.js';
import { OwnerVisitCommandsResolver } from './owner-visit/owner-visit-commands.resolver.js';
import { OwnerVisitResolver, VisitItemResolver } from './owner-visit/owner-visit.resolver.js';
import { TicketVisitResolver } from './owner-visit/ticket-visit.resolver.js';
import { VisitCheckResolver, VisitReviewResolver } from './owner-visit/visit-review.resolver.js';
import { VisitSummaryResolver } from './owner-visit/visit-summary.resolver.js';
import { VisitEventResolver } from './owner-visit/visit-event.resolver.js';
import { VisitMonthResolver } from './owner-visit/visit-month.resolver.js';
import { SurveyCommandsResolver } from './survey/survey-commands.resolver.js';
import { SatisfactionResolver, SurveyCommentResolver } from './survey/satisfaction.resolver.js';
import { SurveyAnswersResolver, SurveyFormResolver } from './survey/survey-form.resolver.js';
import { SurveyEventResolver } from './survey/survey-event.resolver.js';
import { SurveyOutcomeResolver } from './survey/survey-outcome.resolver.js';
import { SurveyResponseResolver } from './survey/survey-response.resolver.js';
import { SurveyEstateResolver, SurveyRoundResolver } from './survey/survey-round.resolver.js';

/** Visits, surveys, and what is put right for them. */
export const RESOLVERS_OF_VOICE = [
  OwnerVisitResolver,
  VisitItemResolver,
  OwnerVisitCommandsResolver,
  TicketVisitResolver,
  ObligationVisitResolver,
  VisitMonthResolver,
  VisitEventResolver,
  VisitReviewResolver,
  VisitCheckResolver,
  VisitSummaryResolver,
  CorrectiveActionResolver,
  CorrectiveActionReportResolver,
  CorrectiveActionCommandsResolver,
  CorrectiveActionEventResolver,
  ObligationCorrectiveActionResolver,
  TicketCorrectiveActionsResolver,
  VisitCorrectiveActionsResolver,
  VisitMonthCorrectiveActionsResolver,
  SurveyEstateCorrectiveActionsResolver,
  SurveyRoundCorrectiveActionsResolver,
  VisitSummaryCorrectiveActionsResolver,
  SurveyCommandsResolver,
  SurveyRoundResolver,
  SurveyEstateResolver,
  SurveyFormResolver,
  SurveyAnswersResolver,
  SurveyOutcomeResolver,
  SurveyEventResolver,
  SatisfactionResolver,
  SurveyCommentResolver,
  SurveyResponseResolver,
] as const;
