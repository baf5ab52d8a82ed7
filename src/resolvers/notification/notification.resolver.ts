import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { MessageLanguage } from '../../domain/notification/message-template.js';
import { approvalById } from '../../loaders/approval/approval-by-id.js';
import { contactById } from '../../loaders/contact/contact-by-id.js';
import { metricAlertById } from '../../loaders/metric-alert/metric-alert-by-id.js';
import { liaisonLetterById } from '../../loaders/liaison-letter/liaison-letter-by-id.js';
import { inspectionById } from '../../loaders/inspection/inspections.js';
import { correctiveActionById } from '../../loaders/corrective-action/corrective-action-by-id.js';
import { notificationWords } from '../../loaders/notification/notification-words.js';
import { ownNotifications, unreadCount, type NotificationRow } from '../../loaders/notification/own-notifications.js';
import { visitById } from '../../loaders/owner-visit/visit-by-id.js';
import { visitMonthById } from '../../loaders/owner-visit/visit-months.js';
import { visitSummaryById } from '../../loaders/owner-visit/visit-summaries.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { reportById } from '../../loaders/report/reports.js';
import { repairDayById } from '../../loaders/repair/repair-days.js';
import { webhookEndpointById } from '../../loaders/webhook/webhook-endpoints.js';
import { ticketById } from '../../loaders/ticket/ticket-by-id.js';
import { ApprovalType } from '../../schema/approval/approval.type.js';
import { ContactType } from '../../schema/contact/contact.type.js';
import { MetricAlertType } from '../../schema/metric-alert/metric-alert.type.js';
import { LiaisonLetterType } from '../../schema/liaison-letter/liaison-letter.type.js';
import { InspectionType } from '../../schema/inspection/inspection.type.js';
import { CorrectiveActionType } from '../../schema/corrective-action/corrective-action.type.js';
import { MarkNotificationsReadPayloadType } from '../../schema/notification/mark-notifications-read-payload.type.js';
import { MarkNotificationsReadInput } from '../../schema/notification/mark-notifications-read.input.js';
import { MessageLanguageEnum } from '../../schema/notification/message-language.enum.js';
import { MessageWordsType } from '../../schema/notification/message-words.type.js';
import { NotificationConnection } from '../../schema/notification/notification-connection.type.js';
import { NotificationFilterInput } from '../../schema/notification/notification-filter.input.js';
import { NotificationType } from '../../schema/notification/notification.type.js';
import { OwnerVisitType } from '../../schema/owner-visit/owner-visit.type.js';
import { VisitMonthType } from '../../schema/owner-visit/visit-month.type.js';
import { VisitSummaryType } from '../../schema/owner-visit/visit-summary.type.js';
import { ReportType } from '../../schema/report/report.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { RepairDayType } from '../../schema/repair/repair-day.type.js';
import { WebhookEndpointType } from '../../schema/webhook/webhook-endpoint.type.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import { markNotificationsRead } from '../../services/notification/mark-notifications-read.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** What the viewer was told, and the marks of reading. */
@Resolver(() => NotificationType)
export class NotificationResolver {
  @Query(() => NotificationConnection, {
    description: 'What you were told, newest first. Nobody else sees it.',
  })
  notifications(
    @Arg('filter', () => NotificationFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: NotificationFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return ownNotifications(ctx, filter, page);
  }

  @Query(() => Int, {
    description: 'How many of your notifications are unread; exact up to 10,000, which means "10,000 or more".',
  })
  unreadNotificationCount(@Ctx() ctx: RequestContext) {
    return unreadCount(ctx);
  }

  @FieldResolver(() => TicketType, {
    nullable: true,
    description: 'The ticket that it is about; null where it is about something else, or you may no longer read it.',
  })
  ticket(@Root() notification: NotificationRow, @Ctx() ctx: RequestContext) {
    return notification.subjectKind === 'ticket' ? ticketById(ctx).load(notification.subjectId) : null;
  }

  @FieldResolver(() => ContactType, {
    nullable: true,
    description: 'The contact that it is about; null where it is about something else, or you may no longer read it.',
  })
  contact(@Root() notification: NotificationRow, @Ctx() ctx: RequestContext) {
    return notification.subjectKind === 'contact' ? contactById(ctx).load(notification.subjectId) : null;
  }

  @FieldResolver(() => ApprovalType, {
    nullable: true,
    description: 'The approval that it is about; null where it is about something else, or you may no longer see it.',
  })
  approval(@Root() notification: NotificationRow, @Ctx() ctx: RequestContext) {
    return notification.subjectKind === 'approval' ? approvalById(ctx).load(notification.subjectId) : null;
  }

  @FieldResolver(() => RepairDayType, {
    nullable: true,
    description:
      'The day whose repairs it counts; null where it is about something else, or you may no longer read it.',
  })
  repairDay(@Root() notification: NotificationRow, @Ctx() ctx: RequestContext) {
    return notification.subjectKind === 'repairDay' ? repairDayById(ctx).load(notification.subjectId) : null;
  }

  @FieldResolver(() => OwnerVisitType, {
    nullable: true,
    description: 'The visit that it is about; null where it is about something else, or you may no longer read it.',
  })
  visit(@Root() { subjectKind, subjectId }: NotificationRow, @Ctx() ctx: RequestContext) {
    return subjectKind === 'ownerVisit' ? visitById(ctx).load(subjectId) : null;
  }

  @FieldResolver(() => VisitSummaryType, {
    nullable: true,
    description: 'The summary that it is about; null where it is about something else, or you may no longer read it.',
  })
  visitSummary(@Root() { subjectKind, subjectId }: NotificationRow, @Ctx() ctx: RequestContext) {
    return subjectKind === 'visitSummary' ? visitSummaryById(ctx).load(subjectId) : null;
  }

  @FieldResolver(() => VisitMonthType, {
    nullable: true,
    description: 'The month that it is about; null where it is about something else, or you may no longer read it.',
  })
  visitMonth(@Root() { subjectKind, subjectId }: NotificationRow, @Ctx() ctx: RequestContext) {
    return subjectKind === 'visitMonth' ? visitMonthById(ctx).load(subjectId) : null;
  }

  @FieldResolver(() => CorrectiveActionType, {
    nullable: true,
    description: 'The action that it is about; null where it is about something else, or you may no longer read it.',
  })
  correctiveAction(@Root() { subjectKind, subjectId }: NotificationRow, @Ctx() ctx: RequestContext) {
    return subjectKind === 'correctiveAction' ? correctiveActionById(ctx).load(subjectId) : null;
  }

  @FieldResolver(() => MetricAlertType, {
    nullable: true,
    description: 'The alert that it is about; null where it is about something else, or you may no longer read it.',
  })
  metricAlert(@Root() { subjectKind, subjectId }: NotificationRow, @Ctx() ctx: RequestContext) {
    return subjectKind === 'metricAlert' ? metricAlertById(ctx).load(subjectId) : null;
  }

  @FieldResolver(() => LiaisonLetterType, {
    nullable: true,
    description: 'The letter that it is about; null where it is about something else, or you may no longer read it.',
  })
  liaisonLetter(@Root() { subjectKind, subjectId }: NotificationRow, @Ctx() ctx: RequestContext) {
    return subjectKind === 'liaisonLetter' ? liaisonLetterById(ctx).load(subjectId) : null;
  }

  @FieldResolver(() => InspectionType, {
    nullable: true,
    description: 'The inspection that it is about; null where it is about something else, or it is not published.',
  })
  inspection(@Root() { subjectKind, subjectId }: NotificationRow, @Ctx() ctx: RequestContext) {
    return subjectKind === 'inspection' ? inspectionById(ctx).load(subjectId) : null;
  }

  @FieldResolver(() => ReportType, {
    nullable: true,
    description: 'The report that it is about; null where it is about something else.',
  })
  report(@Root() { subjectKind, subjectId }: NotificationRow, @Ctx() ctx: RequestContext) {
    return subjectKind === 'report' ? reportById(ctx).load(subjectId) : null;
  }

  @FieldResolver(() => MessageWordsType, {
    description: 'What it says, in the words of today; what you may no longer read is left out of them.',
  })
  words(
    @Root() notification: NotificationRow,
    @Arg('language', () => MessageLanguageEnum, { defaultValue: 'ZH_CN', description: 'In which language.' })
    language: MessageLanguage,
    @Ctx() ctx: RequestContext,
  ) {
    return notificationWords(ctx, notification, language);
  }

  @FieldResolver(() => WebhookEndpointType, {
    nullable: true,
    description:
      'The webhook endpoint that it is about; null where it is about something else, or you may not manage it.',
  })
  webhookEndpoint(@Root() notification: NotificationRow, @Ctx() ctx: RequestContext) {
    return notification.subjectKind === 'webhookEndpoint'
      ? webhookEndpointById(ctx).load(notification.subjectId)
      : null;
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate; null for matters of the company.' })
  estate(@Root() notification: NotificationRow, @Ctx() ctx: RequestContext) {
    return notification.estateId === null ? null : estateById(ctx).load(notification.estateId);
  }

  @Mutation(() => MarkNotificationsReadPayloadType, {
    nullable: true,
    description: 'Marks your own notifications as read; your other devices are told by `notificationEvents`.',
  })
  async markNotificationsRead(
    @Arg('input', () => MarkNotificationsReadInput, { description: 'Which.' }) input: MarkNotificationsReadInput,
    @Ctx() ctx: RequestContext,
  ) {
    return { ...(await command(ctx, markNotificationsRead, input)), unreadCount: await unreadCount(ctx) };
  }
}
