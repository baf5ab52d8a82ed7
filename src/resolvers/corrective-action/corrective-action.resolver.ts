import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  correctiveActionById,
  type CorrectiveActionRow,
} from '../../loaders/corrective-action/corrective-action-by-id.js';
import { correctiveActionsPage } from '../../loaders/corrective-action/corrective-actions-page.js';
import { reportsOfAction, type ActionReportRow } from '../../loaders/corrective-action/reports-of-action.js';
import { visitById } from '../../loaders/owner-visit/visit-by-id.js';
import { visitMonthById } from '../../loaders/owner-visit/visit-months.js';
import { visitSummaryById } from '../../loaders/owner-visit/visit-summaries.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { surveyEstateById } from '../../loaders/survey/estates-of-round.js';
import { surveyRoundById } from '../../loaders/survey/survey-rounds.js';
import { ticketById } from '../../loaders/ticket/ticket-by-id.js';
import { CorrectiveActionConnection } from '../../schema/corrective-action/corrective-action-connection.type.js';
import { CorrectiveActionFilterInput } from '../../schema/corrective-action/corrective-action-filter.input.js';
import { CorrectiveActionReportType } from '../../schema/corrective-action/corrective-action-report.type.js';
import { CorrectiveActionType } from '../../schema/corrective-action/corrective-action.type.js';
import { OwnerVisitType } from '../../schema/owner-visit/owner-visit.type.js';
import { VisitMonthType } from '../../schema/owner-visit/visit-month.type.js';
import { VisitSummaryType } from '../../schema/owner-visit/visit-summary.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { SurveyEstateType } from '../../schema/survey/survey-estate.type.js';
import { SurveyRoundType } from '../../schema/survey/survey-round.type.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';

/** Corrective actions: looking them up, and their edges. */
@Resolver(() => CorrectiveActionType)
export class CorrectiveActionResolver {
  @Query(() => CorrectiveActionConnection, {
    description:
      "Corrective and preventive actions on the viewer's estates, and the company's own, the latest raised first (R-CMP-20, R-SAT-04). Needs `correction.read`.",
  })
  correctiveActions(
    @Arg('filter', () => CorrectiveActionFilterInput, {
      nullable: true,
      description: 'Which; all where nothing is said.',
    })
    filter: CorrectiveActionFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return correctiveActionsPage(ctx, filter ?? {}, args);
  }

  @Query(() => CorrectiveActionType, {
    nullable: true,
    description: 'One action. Needs `correction.read`. NOT_FOUND when it is unknown or not yours.',
  })
  correctiveAction(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('corrective action', correctiveActionById(ctx).load(id));
  }

  @FieldResolver(() => EstateType, { nullable: true, description: "On which estate; null for the company's own." })
  estate(@Root() { estateId }: CorrectiveActionRow, @Ctx() ctx: RequestContext) {
    return estateId === null ? null : estateById(ctx).load(estateId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who owes it; null until it is planned.' })
  owner(@Root() { ownerId }: CorrectiveActionRow, @Ctx() ctx: RequestContext) {
    return ownerId === null ? null : staffById(ctx).load(ownerId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who said what is wrong.' })
  raisedBy(@Root() { raisedById }: CorrectiveActionRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(raisedById);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who called it off; null where nobody has.' })
  cancelledBy(@Root() { cancelledById }: CorrectiveActionRow, @Ctx() ctx: RequestContext) {
    return cancelledById === null ? null : staffById(ctx).load(cancelledById);
  }

  @FieldResolver(() => [CorrectiveActionReportType], {
    description: 'Every time that its owner said that it is done, the first one first, with what became of it.',
  })
  reports(@Root() { id }: CorrectiveActionRow, @Ctx() ctx: RequestContext) {
    return reportsOfAction(ctx).load(id);
  }

  @FieldResolver(() => TicketType, { nullable: true, description: 'The complaint that it came of, where it is one.' })
  complaint(@Root() { sourceKind, sourceId }: CorrectiveActionRow, @Ctx() ctx: RequestContext) {
    return sourceKind === 'COMPLAINT' ? ticketById(ctx).load(sourceId) : null;
  }

  @FieldResolver(() => OwnerVisitType, { nullable: true, description: 'The visit that it came of, where it is one.' })
  visit(@Root() { sourceKind, sourceId }: CorrectiveActionRow, @Ctx() ctx: RequestContext) {
    return sourceKind === 'OWNER_VISIT' ? visitById(ctx).load(sourceId) : null;
  }

  @FieldResolver(() => VisitMonthType, {
    nullable: true,
    description: 'The month of visits that it came of, where it is one.',
  })
  visitMonth(@Root() { sourceKind, sourceId }: CorrectiveActionRow, @Ctx() ctx: RequestContext) {
    return sourceKind === 'VISIT_MONTH' ? visitMonthById(ctx).load(sourceId) : null;
  }

  @FieldResolver(() => VisitSummaryType, {
    nullable: true,
    description: 'The summary of visits that it came of, where it is one.',
  })
  visitSummary(@Root() { sourceKind, sourceId }: CorrectiveActionRow, @Ctx() ctx: RequestContext) {
    return sourceKind === 'VISIT_SUMMARY' ? visitSummaryById(ctx).load(sourceId) : null;
  }

  @FieldResolver(() => SurveyRoundType, {
    nullable: true,
    description: 'The round of the survey that it came of, where it is one.',
  })
  surveyRound(@Root() { sourceKind, sourceId }: CorrectiveActionRow, @Ctx() ctx: RequestContext) {
    return sourceKind === 'SURVEY_ROUND' ? surveyRoundById(ctx).load(sourceId) : null;
  }

  @FieldResolver(() => SurveyEstateType, {
    nullable: true,
    description: 'The round on an estate that it came of, where it is one.',
  })
  surveyEstate(@Root() { sourceKind, sourceId }: CorrectiveActionRow, @Ctx() ctx: RequestContext) {
    return sourceKind === 'SURVEY_ESTATE' ? surveyEstateById(ctx).load(sourceId) : null;
  }
}

/** Who did an action and who looked at it. */
@Resolver(() => CorrectiveActionReportType)
export class CorrectiveActionReportResolver {
  @FieldResolver(() => StaffType, { nullable: true, description: 'Who said that it is done.' })
  doneBy(@Root() { doneById }: ActionReportRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(doneById);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who looked at it; null until then.' })
  judgedBy(@Root() { judgedById }: ActionReportRow, @Ctx() ctx: RequestContext) {
    return judgedById === null ? null : staffById(ctx).load(judgedById);
  }
}
