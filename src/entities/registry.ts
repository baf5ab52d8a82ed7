import { TicketCategory } from './category/ticket-category.entity.js';
import { Attachment } from './attachment/attachment.entity.js';
import { Charge } from './charge/charge.entity.js';
import { DebtorList } from './dunning/debtor-list.entity.js';
import { DebtorListLine } from './dunning/debtor-list-line.entity.js';
import { DocumentService } from './dunning/document-service.entity.js';
import { DunningEvidence } from './dunning/dunning-evidence.entity.js';
import { LawyerLetter } from './dunning/lawyer-letter.entity.js';
import { LetterList } from './dunning/letter-list.entity.js';
import { DunningCase } from './dunning/dunning-case.entity.js';
import { DunningHold } from './dunning/dunning-hold.entity.js';
import { DunningInstalment } from './dunning/dunning-instalment.entity.js';
import { DunningStep } from './dunning/dunning-step.entity.js';
import { DunningStepMember } from './dunning/dunning-step-member.entity.js';
import { BillRun } from './billing/bill-run.entity.js';
import { BillSkip } from './billing/bill-skip.entity.js';
import { Meter } from './meter/meter.entity.js';
import { MeterReading } from './meter/meter-reading.entity.js';
import { MeteredUse } from './meter/metered-use.entity.js';
import { SharedCost } from './billing/shared-cost.entity.js';
import { Tariff } from './billing/tariff.entity.js';
import { Callback } from './callback/callback.entity.js';
import { CareMark } from './care/care-mark.entity.js';
import { ApprovalDecision } from './approval/approval-decision.entity.js';
import { Approval } from './approval/approval.entity.js';
import { CalendarDay } from './calendar/calendar-day.entity.js';
import { CommandClaim } from './command/command-claim.entity.js';
import { Counter } from './command/counter.entity.js';
import { CompanyDirectory } from './company/company-directory.entity.js';
import { Company } from './company/company.entity.js';
import { NoticeDelivery } from './payment-notice/notice-delivery.entity.js';
import { PaymentNotice } from './payment-notice/payment-notice.entity.js';
import { PaymentNoticeLine } from './payment-notice/payment-notice-line.entity.js';
import { PaymentNoticeRun } from './payment-notice/payment-notice-run.entity.js';
import { WithholdingBatch } from './withholding/withholding-batch.entity.js';
import { WithholdingCharge } from './withholding/withholding-charge.entity.js';
import { WithholdingItem } from './withholding/withholding-item.entity.js';
import { WithholdingMandate } from './withholding/withholding-mandate.entity.js';
import { WithholdingResult } from './withholding/withholding-result.entity.js';
import { Contact } from './contact/contact.entity.js';
import { Duty } from './duty/duty.entity.js';
import { Deputy } from './deputy/deputy.entity.js';
import { CompanyHead } from './event/company-head.entity.js';
import { Event } from './event/event.entity.js';
import { Account } from './identity/account.entity.js';
import { ApiKey } from './identity/api-key.entity.js';
import { ExternalIdentity } from './identity/external-identity.entity.js';
import { IdentityProvider } from './identity/identity-provider.entity.js';
import { IssuerDirectory } from './identity/issuer-directory.entity.js';
import { OneTimeCode } from './identity/one-time-code.entity.js';
import { RefreshToken } from './identity/refresh-token.entity.js';
import { SecurityLog } from './identity/security-log.entity.js';
import { SignInThrottle } from './identity/sign-in-throttle.entity.js';
import { SigningKey } from './identity/signing-key.entity.js';
import { PaymentRefund } from './ledger/payment-refund.entity.js';
import { Deposit } from './deposit/deposit.entity.js';
import { DepositDeduction } from './deposit/deposit-deduction.entity.js';
import { HandoverItem } from './handover/handover-item.entity.js';
import { HandoverSheet } from './handover/handover-sheet.entity.js';
import { ImportReference } from './import/import-reference.entity.js';
import { NumberFormatVersion } from './numbering/number-format-version.entity.js';
import { BankFile } from './bank-file/bank-file.entity.js';
import { BankLine } from './bank-file/bank-line.entity.js';
import { PayerReference } from './bank-file/payer-reference.entity.js';
import { CollectionTarget } from './collection/collection-target.entity.js';
import { LedgerEntry } from './ledger/ledger-entry.entity.js';
import { LedgerProposal } from './ledger/ledger-proposal.entity.js';
import { Payment } from './ledger/payment.entity.js';
import { MetricFresh } from './metric/metric-fresh.entity.js';
import { MetricJournal } from './metric/metric-journal.entity.js';
import { MetricSum } from './metric/metric-sum.entity.js';
import { Receipt } from './receipt/receipt.entity.js';
import { ReceiptBook } from './receipt/receipt-book.entity.js';
import { MessagePreference } from './notification/message-preference.entity.js';
import { Message } from './notification/message.entity.js';
import { MessageTemplateVersion } from './notification/message-template-version.entity.js';
import { Notification } from './notification/notification.entity.js';
import { Obligation } from './obligation/obligation.entity.js';
import { Customer } from './people/customer.entity.js';
import { Department } from './people/department.entity.js';
import { Occupancy } from './people/occupancy.entity.js';
import { RoleAssignment } from './people/role-assignment.entity.js';
import { Staff } from './people/staff.entity.js';
import { StewardBuilding } from './people/steward-building.entity.js';
import { Building } from './place/building.entity.js';
import { EstateGroup, EstateGroupMember } from './place/estate-group.entity.js';
import { Estate } from './place/estate.entity.js';
import { HouseholdChange } from './place/household-change.entity.js';
import { UnitState } from './place/unit-state.entity.js';
import { Unit } from './place/unit.entity.js';
import { ErasureRequest } from './privacy/erasure-request.entity.js';
import { UnmaskGrant, UnmaskGrantCustomer } from './privacy/unmask-grant.entity.js';
import { UnmaskRead } from './privacy/unmask-read.entity.js';
import { ParkedEvent } from './reaction/parked-event.entity.js';
import { ReactionPlace } from './reaction/reaction-place.entity.js';
import { Complaint } from './complaint/complaint.entity.js';
import { TicketView } from './ticket/ticket-view.entity.js';
import { TicketNote } from './ticket/ticket-note.entity.js';
import { RepairVisit } from './ticket/repair-visit.entity.js';
import { RepairPart } from './ticket/repair-part.entity.js';
import { PriceItem } from './price/price-item.entity.js';
import { QuotationLine } from './quotation/quotation-line.entity.js';
import { Quotation } from './quotation/quotation.entity.js';
import { RepairCheck } from './repair/repair-check.entity.js';
import { RepairDay } from './repair/repair-day.entity.js';
import { RepairWorker } from './ticket/repair-worker.entity.js';
import { ClockEntry } from './service-clock/clock-entry.entity.js';
import { ClockPauseProposal } from './service-clock/clock-pause-proposal.entity.js';
import { ServiceClock } from './service-clock/service-clock.entity.js';
import { SignatureLink } from './signature/signature-link.entity.js';
import { Signature } from './signature/signature.entity.js';
import { PolicyProposal } from './policy/policy-proposal.entity.js';
import { PolicyVersion } from './policy/policy-version.entity.js';
import { WebhookDelivery } from './webhook/webhook-delivery.entity.js';
import { WebhookEndpoint } from './webhook/webhook-endpoint.entity.js';
import { ServiceRequest } from './service/service-request.entity.js';
import { Inspection } from './inspection/inspection.entity.js';
import { InspectionItem } from './inspection/inspection-item.entity.js';
import { InspectionFinding } from './inspection/inspection-finding.entity.js';
import { Report } from './report/report.entity.js';
import { ReportRound } from './report/report-round.entity.js';
import { LiaisonLetter } from './liaison-letter/liaison-letter.entity.js';
import { LiaisonAnswer } from './liaison-letter/liaison-answer.entity.js';
import { MetricAlertRule } from './metric-alert/metric-alert-rule.entity.js';
import { MetricAlert } from './metric-alert/metric-alert.entity.js';
import { MetricExport } from './metric-export/metric-export.entity.js';
import { CorrectiveActionReport } from './corrective-action/corrective-action-report.entity.js';
import { CorrectiveAction } from './corrective-action/corrective-action.entity.js';
import { OwnerVisit } from './owner-visit/owner-visit.entity.js';
import { VisitCycle } from './owner-visit/visit-cycle.entity.js';
import { VisitItem } from './owner-visit/visit-item.entity.js';
import { VisitCheck } from './owner-visit/visit-check.entity.js';
import { VisitSummary } from './owner-visit/visit-summary.entity.js';
import { VisitMonth } from './owner-visit/visit-month.entity.js';
import { Questionnaire } from './survey/questionnaire.entity.js';
import { SurveyAnswer } from './survey/survey-answer.entity.js';
import { SurveyComment } from './survey/survey-comment.entity.js';
import { SurveyEstate } from './survey/survey-estate.entity.js';
import { SurveyForm } from './survey/survey-form.entity.js';
import { SurveyResponse } from './survey/survey-response.entity.js';
import { SurveyResult } from './survey/survey-result.entity.js';
import { SurveyRound } from './survey/survey-round.entity.js';
import { SurveyTally } from './survey/survey-tally.entity.js';
import { TicketTold } from './ticket/ticket-told.entity.js';
import { Ticket } from './ticket/ticket.entity.js';
import { Timer } from './timer/timer.entity.js';

/** Every stored entity, parents before children. */
export const ENTITIES = [
  CompanyDirectory,
  Company,
  CompanyHead,
  Estate,
  EstateGroup,
  EstateGroupMember,
  Building,
  Unit,
  UnitState,
  HouseholdChange,
  Customer,
  Occupancy,
  Department,
  Staff,
  RoleAssignment,
  StewardBuilding,
  Duty,
  Deputy,
  Approval,
  ApprovalDecision,
  PolicyProposal,
  PolicyVersion,
  CalendarDay,
  Account,
  RefreshToken,
  IdentityProvider,
  IssuerDirectory,
  ExternalIdentity,
  ApiKey,
  OneTimeCode,
  SigningKey,
  SignInThrottle,
  SecurityLog,
  CommandClaim,
  Counter,
  NumberFormatVersion,
  ImportReference,
  TicketCategory,
  Event,
  ReactionPlace,
  ParkedEvent,
  Timer,
  Ticket,
  UnmaskGrant,
  UnmaskGrantCustomer,
  UnmaskRead,
  Notification,
  ErasureRequest,
  TicketNote,
  TicketView,
  Complaint,
  Contact,
  VisitCycle,
  VisitMonth,
  OwnerVisit,
  VisitItem,
  VisitSummary,
  VisitCheck,
  CorrectiveAction,
  CorrectiveActionReport,
  MetricAlertRule,
  MetricAlert,
  MetricExport,
  LiaisonLetter,
  LiaisonAnswer,
  Inspection,
  InspectionItem,
  InspectionFinding,
  Report,
  ReportRound,
  Questionnaire,
  SurveyRound,
  SurveyEstate,
  SurveyForm,
  SurveyResponse,
  SurveyAnswer,
  SurveyResult,
  SurveyTally,
  SurveyComment,
  ServiceClock,
  ClockEntry,
  ClockPauseProposal,
  ServiceRequest,
  TicketTold,
  Attachment,
  Signature,
  SignatureLink,
  Obligation,
  CareMark,
  MessageTemplateVersion,
  MessagePreference,
  Message,
  WebhookEndpoint,
  WebhookDelivery,
  Callback,
  RepairVisit,
  RepairWorker,
  RepairPart,
  RepairDay,
  RepairCheck,
  PriceItem,
  Quotation,
  QuotationLine,
  Tariff,
  Meter,
  MeterReading,
  MeteredUse,
  SharedCost,
  PaymentNoticeRun,
  PaymentNotice,
  PaymentNoticeLine,
  NoticeDelivery,
  WithholdingMandate,
  WithholdingBatch,
  WithholdingItem,
  WithholdingCharge,
  WithholdingResult,
  BillRun,
  BillSkip,
  Charge,
  DebtorList,
  DebtorListLine,
  DocumentService,
  DunningEvidence,
  LawyerLetter,
  LetterList,
  DunningCase,
  DunningHold,
  DunningInstalment,
  DunningStep,
  DunningStepMember,
  Payment,
  LedgerProposal,
  LedgerEntry,
  CollectionTarget,
  BankFile,
  BankLine,
  PayerReference,
  ReceiptBook,
  MetricFresh,
  MetricJournal,
  MetricSum,
  Receipt,
  HandoverSheet,
  HandoverItem,
  PaymentRefund,
  Deposit,
  DepositDeduction,
];
