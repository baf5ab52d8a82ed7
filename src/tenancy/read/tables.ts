import type { InferKyselyDB } from '@mikro-orm/postgresql';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { CallbackSchema } from '../../entities/callback/callback.entity.js';
import type { CareMarkSchema } from '../../entities/care/care-mark.entity.js';
import type { DutySchema } from '../../entities/duty/duty.entity.js';
import type { TicketCategorySchema } from '../../entities/category/ticket-category.entity.js';
import type { AttachmentSchema } from '../../entities/attachment/attachment.entity.js';
import type { ApprovalDecisionSchema } from '../../entities/approval/approval-decision.entity.js';
import type { ApprovalSchema } from '../../entities/approval/approval.entity.js';
import type { CalendarDaySchema } from '../../entities/calendar/calendar-day.entity.js';
import type { DeputySchema } from '../../entities/deputy/deputy.entity.js';
import type { CompanyHeadSchema } from '../../entities/event/company-head.entity.js';
import type { EventSchema } from '../../entities/event/event.entity.js';
import type { CompanyDirectorySchema } from '../../entities/company/company-directory.entity.js';
import type { CompanySchema } from '../../entities/company/company.entity.js';
import type { AccountSchema } from '../../entities/identity/account.entity.js';
import type { ApiKeySchema } from '../../entities/identity/api-key.entity.js';
import type { ExternalIdentitySchema } from '../../entities/identity/external-identity.entity.js';
import type { IdentityProviderSchema } from '../../entities/identity/identity-provider.entity.js';
import type { IssuerDirectorySchema } from '../../entities/identity/issuer-directory.entity.js';
import type { RefreshTokenSchema } from '../../entities/identity/refresh-token.entity.js';
import type { ContactSchema } from '../../entities/contact/contact.entity.js';
import type { BillRunSchema } from '../../entities/billing/bill-run.entity.js';
import type { BillSkipSchema } from '../../entities/billing/bill-skip.entity.js';
import type { MeterSchema } from '../../entities/meter/meter.entity.js';
import type { MeterReadingSchema } from '../../entities/meter/meter-reading.entity.js';
import type { SharedCostSchema } from '../../entities/billing/shared-cost.entity.js';
import type { TariffSchema } from '../../entities/billing/tariff.entity.js';
import type { ChargeSchema } from '../../entities/charge/charge.entity.js';
import type { DebtorListSchema } from '../../entities/dunning/debtor-list.entity.js';
import type { DebtorListLineSchema } from '../../entities/dunning/debtor-list-line.entity.js';
import type { DocumentServiceSchema } from '../../entities/dunning/document-service.entity.js';
import type { DunningEvidenceSchema } from '../../entities/dunning/dunning-evidence.entity.js';
import type { LawyerLetterSchema } from '../../entities/dunning/lawyer-letter.entity.js';
import type { LetterListSchema } from '../../entities/dunning/letter-list.entity.js';
import type { DunningCaseSchema } from '../../entities/dunning/dunning-case.entity.js';
import type { DunningHoldSchema } from '../../entities/dunning/dunning-hold.entity.js';
import type { DunningInstalmentSchema } from '../../entities/dunning/dunning-instalment.entity.js';
import type { DunningStepSchema } from '../../entities/dunning/dunning-step.entity.js';
import type { DunningStepMemberSchema } from '../../entities/dunning/dunning-step-member.entity.js';
import type { LedgerEntrySchema } from '../../entities/ledger/ledger-entry.entity.js';
import type { LedgerProposalSchema } from '../../entities/ledger/ledger-proposal.entity.js';
import type { PaymentRefundSchema } from '../../entities/ledger/payment-refund.entity.js';
import type { DepositSchema } from '../../entities/deposit/deposit.entity.js';
import type { DepositDeductionSchema } from '../../entities/deposit/deposit-deduction.entity.js';
import type { HandoverItemSchema } from '../../entities/handover/handover-item.entity.js';
import type { HandoverSheetSchema } from '../../entities/handover/handover-sheet.entity.js';
import type { MetricFreshSchema } from '../../entities/metric/metric-fresh.entity.js';
import type { MetricJournalSchema } from '../../entities/metric/metric-journal.entity.js';
import type { MetricSumSchema } from '../../entities/metric/metric-sum.entity.js';
import type { ReceiptSchema } from '../../entities/receipt/receipt.entity.js';
import type { ReceiptBookSchema } from '../../entities/receipt/receipt-book.entity.js';
import type { BankFileSchema } from '../../entities/bank-file/bank-file.entity.js';
import type { BankLineSchema } from '../../entities/bank-file/bank-line.entity.js';
import type { PayerReferenceSchema } from '../../entities/bank-file/payer-reference.entity.js';
import type { CollectionTargetSchema } from '../../entities/collection/collection-target.entity.js';
import type { NoticeDeliverySchema } from '../../entities/payment-notice/notice-delivery.entity.js';
import type { PaymentNoticeLineSchema } from '../../entities/payment-notice/payment-notice-line.entity.js';
import type { PaymentNoticeRunSchema } from '../../entities/payment-notice/payment-notice-run.entity.js';
import type { PaymentNoticeSchema } from '../../entities/payment-notice/payment-notice.entity.js';
import type { WithholdingBatchSchema } from '../../entities/withholding/withholding-batch.entity.js';
import type { WithholdingChargeSchema } from '../../entities/withholding/withholding-charge.entity.js';
import type { WithholdingItemSchema } from '../../entities/withholding/withholding-item.entity.js';
import type { WithholdingMandateSchema } from '../../entities/withholding/withholding-mandate.entity.js';
import type { WithholdingResultSchema } from '../../entities/withholding/withholding-result.entity.js';
import type { PaymentSchema } from '../../entities/ledger/payment.entity.js';
import type { CounterSchema } from '../../entities/command/counter.entity.js';
import type { NumberFormatVersionSchema } from '../../entities/numbering/number-format-version.entity.js';
import type { MessagePreferenceSchema } from '../../entities/notification/message-preference.entity.js';
import type { MessageSchema } from '../../entities/notification/message.entity.js';
import type { MessageTemplateVersionSchema } from '../../entities/notification/message-template-version.entity.js';
import type { NotificationSchema } from '../../entities/notification/notification.entity.js';
import type { ObligationSchema } from '../../entities/obligation/obligation.entity.js';
import type { CorrectiveActionReportSchema } from '../../entities/corrective-action/corrective-action-report.entity.js';
import type { CorrectiveActionSchema } from '../../entities/corrective-action/corrective-action.entity.js';
import type { OwnerVisitSchema } from '../../entities/owner-visit/owner-visit.entity.js';
import type { VisitCycleSchema } from '../../entities/owner-visit/visit-cycle.entity.js';
import type { VisitItemSchema } from '../../entities/owner-visit/visit-item.entity.js';
import type { VisitCheckSchema } from '../../entities/owner-visit/visit-check.entity.js';
import type { VisitSummarySchema } from '../../entities/owner-visit/visit-summary.entity.js';
import type { VisitMonthSchema } from '../../entities/owner-visit/visit-month.entity.js';
import type { QuestionnaireSchema } from '../../entities/survey/questionnaire.entity.js';
import type { SurveyAnswerSchema } from '../../entities/survey/survey-answer.entity.js';
import type { SurveyCommentSchema } from '../../entities/survey/survey-comment.entity.js';
import type { SurveyEstateSchema } from '../../entities/survey/survey-estate.entity.js';
import type { SurveyFormSchema } from '../../entities/survey/survey-form.entity.js';
import type { SurveyResponseSchema } from '../../entities/survey/survey-response.entity.js';
import type { SurveyResultSchema } from '../../entities/survey/survey-result.entity.js';
import type { SurveyRoundSchema } from '../../entities/survey/survey-round.entity.js';
import type { CustomerSchema } from '../../entities/people/customer.entity.js';
import type { DepartmentSchema } from '../../entities/people/department.entity.js';
import type { OccupancySchema } from '../../entities/people/occupancy.entity.js';
import type { RoleAssignmentSchema } from '../../entities/people/role-assignment.entity.js';
import type { StaffSchema } from '../../entities/people/staff.entity.js';
import type { StewardBuildingSchema } from '../../entities/people/steward-building.entity.js';
import type { BuildingSchema } from '../../entities/place/building.entity.js';
import type { EstateGroupMemberSchema, EstateGroupSchema } from '../../entities/place/estate-group.entity.js';
import type { EstateSchema } from '../../entities/place/estate.entity.js';
import type { UnitStateSchema } from '../../entities/place/unit-state.entity.js';
import type { UnitSchema } from '../../entities/place/unit.entity.js';
import type { ErasureRequestSchema } from '../../entities/privacy/erasure-request.entity.js';
import type { UnmaskGrantCustomerSchema, UnmaskGrantSchema } from '../../entities/privacy/unmask-grant.entity.js';
import type { UnmaskReadSchema } from '../../entities/privacy/unmask-read.entity.js';
import type { ParkedEventSchema } from '../../entities/reaction/parked-event.entity.js';
import type { ReactionPlaceSchema } from '../../entities/reaction/reaction-place.entity.js';
import type { ClockEntrySchema } from '../../entities/service-clock/clock-entry.entity.js';
import type { ClockPauseProposalSchema } from '../../entities/service-clock/clock-pause-proposal.entity.js';
import type { ServiceClockSchema } from '../../entities/service-clock/service-clock.entity.js';
import type { ComplaintSchema } from '../../entities/complaint/complaint.entity.js';
import type { TicketViewSchema } from '../../entities/ticket/ticket-view.entity.js';
import type { TicketNoteSchema } from '../../entities/ticket/ticket-note.entity.js';
import type { RepairVisitSchema } from '../../entities/ticket/repair-visit.entity.js';
import type { RepairPartSchema } from '../../entities/ticket/repair-part.entity.js';
import type { PriceItemSchema } from '../../entities/price/price-item.entity.js';
import type { QuotationLineSchema } from '../../entities/quotation/quotation-line.entity.js';
import type { QuotationSchema } from '../../entities/quotation/quotation.entity.js';
import type { RepairCheckSchema } from '../../entities/repair/repair-check.entity.js';
import type { RepairDaySchema } from '../../entities/repair/repair-day.entity.js';
import type { RepairWorkerSchema } from '../../entities/ticket/repair-worker.entity.js';
import type { SignatureLinkSchema } from '../../entities/signature/signature-link.entity.js';
import type { SignatureSchema } from '../../entities/signature/signature.entity.js';
import type { PolicyProposalSchema } from '../../entities/policy/policy-proposal.entity.js';
import type { PolicyVersionSchema } from '../../entities/policy/policy-version.entity.js';
import type { WebhookDeliverySchema } from '../../entities/webhook/webhook-delivery.entity.js';
import type { WebhookEndpointSchema } from '../../entities/webhook/webhook-endpoint.entity.js';
import type { ServiceRequestSchema } from '../../entities/service/service-request.entity.js';
import type { TicketToldSchema } from '../../entities/ticket/ticket-told.entity.js';
import type { TicketSchema } from '../../entities/ticket/ticket.entity.js';
import type { TimerSchema } from '../../entities/timer/timer.entity.js';
import type { SchemasOfOversight } from './tables-of-oversight.js';

/** Tables that queries read, typed by their entities. */
export type Tables = InferKyselyDB<
  | SchemasOfOversight
  | typeof AccountSchema
  | typeof ApiKeySchema
  | typeof AttachmentSchema
  | typeof ApprovalDecisionSchema
  | typeof ApprovalSchema
  | typeof BuildingSchema
  | typeof CallbackSchema
  | typeof CareMarkSchema
  | typeof CalendarDaySchema
  | typeof ClockEntrySchema
  | typeof ClockPauseProposalSchema
  | typeof CompanyDirectorySchema
  | typeof CompanyHeadSchema
  | typeof CompanySchema
  | typeof ContactSchema
  | typeof BillRunSchema
  | typeof BillSkipSchema
  | typeof MeterSchema
  | typeof MeterReadingSchema
  | typeof SharedCostSchema
  | typeof TariffSchema
  | typeof ChargeSchema
  | typeof CollectionTargetSchema
  | typeof BankFileSchema
  | typeof BankLineSchema
  | typeof PayerReferenceSchema
  | typeof DebtorListSchema
  | typeof DebtorListLineSchema
  | typeof DocumentServiceSchema
  | typeof DunningEvidenceSchema
  | typeof LawyerLetterSchema
  | typeof LetterListSchema
  | typeof DunningCaseSchema
  | typeof DunningHoldSchema
  | typeof DunningInstalmentSchema
  | typeof DunningStepSchema
  | typeof DunningStepMemberSchema
  | typeof CounterSchema
  | typeof CustomerSchema
  | typeof DepartmentSchema
  | typeof DutySchema
  | typeof ErasureRequestSchema
  | typeof DeputySchema
  | typeof EstateGroupMemberSchema
  | typeof EstateGroupSchema
  | typeof EstateSchema
  | typeof EventSchema
  | typeof ExternalIdentitySchema
  | typeof IdentityProviderSchema
  | typeof IssuerDirectorySchema
  | typeof LedgerEntrySchema
  | typeof LedgerProposalSchema
  | typeof PaymentSchema
  | typeof WithholdingBatchSchema
  | typeof WithholdingChargeSchema
  | typeof WithholdingItemSchema
  | typeof WithholdingMandateSchema
  | typeof WithholdingResultSchema
  | typeof PaymentNoticeRunSchema
  | typeof PaymentNoticeSchema
  | typeof PaymentNoticeLineSchema
  | typeof NoticeDeliverySchema
  | typeof PaymentRefundSchema
  | typeof DepositSchema
  | typeof DepositDeductionSchema
  | typeof HandoverItemSchema
  | typeof HandoverSheetSchema
  | typeof MetricFreshSchema
  | typeof MetricJournalSchema
  | typeof MetricSumSchema
  | typeof ReceiptSchema
  | typeof ReceiptBookSchema
  | typeof MessagePreferenceSchema
  | typeof MessageSchema
  | typeof MessageTemplateVersionSchema
  | typeof NumberFormatVersionSchema
  | typeof NotificationSchema
  | typeof ObligationSchema
  | typeof OccupancySchema
  | typeof OwnerVisitSchema
  | typeof VisitCycleSchema
  | typeof VisitItemSchema
  | typeof VisitMonthSchema
  | typeof VisitSummarySchema
  | typeof VisitCheckSchema
  | typeof CorrectiveActionSchema
  | typeof CorrectiveActionReportSchema
  | typeof ParkedEventSchema
  | typeof ReactionPlaceSchema
  | typeof PolicyProposalSchema
  | typeof PolicyVersionSchema
  | typeof RefreshTokenSchema
  | typeof RepairVisitSchema
  | typeof RepairWorkerSchema
  | typeof RepairPartSchema
  | typeof RepairDaySchema
  | typeof RepairCheckSchema
  | typeof PriceItemSchema
  | typeof QuotationSchema
  | typeof QuestionnaireSchema
  | typeof SurveyAnswerSchema
  | typeof SurveyCommentSchema
  | typeof SurveyEstateSchema
  | typeof SurveyFormSchema
  | typeof SurveyResponseSchema
  | typeof SurveyResultSchema
  | typeof SurveyRoundSchema
  | typeof QuotationLineSchema
  | typeof RoleAssignmentSchema
  | typeof ServiceClockSchema
  | typeof SignatureLinkSchema
  | typeof SignatureSchema
  | typeof StaffSchema
  | typeof StewardBuildingSchema
  | typeof TicketCategorySchema
  | typeof TicketSchema
  | typeof TimerSchema
  | typeof ServiceRequestSchema
  | typeof TicketToldSchema
  | typeof TicketNoteSchema
  | typeof TicketViewSchema
  | typeof ComplaintSchema
  | typeof UnitSchema
  | typeof UnitStateSchema
  | typeof UnmaskGrantCustomerSchema
  | typeof UnmaskGrantSchema
  | typeof UnmaskReadSchema
  | typeof WebhookDeliverySchema
  | typeof WebhookEndpointSchema
>;

/** Compiles typed SQL; it holds no connection, the text is sent by a read moment. */
export const sqlFor = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

type Camel<S extends string> = S extends `${infer A}_${infer B}` ? `${A}${Capitalize<Camel<B>>}` : S;

/** Select list of columns under the entity's property names: `columns('t', 'estate_id')` is `t.estate_id as estateId`. */
export function columns<A extends string, const C extends readonly string[]>(
  alias: A,
  ...names: C
): { [I in keyof C]: C[I] extends string ? `${A}.${C[I]} as ${Camel<C[I]>}` : never } {
  const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return names.map((name) => `${alias}.${name} as ${camel(name)}`) as never;
}
