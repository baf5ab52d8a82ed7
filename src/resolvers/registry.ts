import { RESOLVERS_OF_VOICE } from './registry-of-voice.js';
import { RESOLVERS_OF_OVERSIGHT } from './registry-of-oversight.js';
import { RESOLVERS_OF_MONEY } from './registry-of-money.js';
import { AttachmentResolver } from './attachment/attachment.resolver.js';
import { UploadPayloadResolver } from './attachment/upload-payload.resolver.js';
import { ApiKeyResolver } from './identity/api-key.resolver.js';
import {
  ApiKeyPayloadResolver,
  ExternalIdentityPayloadResolver,
  IdentityProviderPayloadResolver,
} from './identity/identity-payloads.resolver.js';
import { IdentityProviderResolver } from './identity/identity-provider.resolver.js';
import { OneTimeCodeResolver } from './identity/one-time-code.resolver.js';
import { OwnSessionsResolver } from './identity/own-sessions.resolver.js';
import { RoleAssignmentResolver } from './identity/role-assignment.resolver.js';
import { SessionResolver } from './identity/session.resolver.js';
import { StaffAccountResolver } from './identity/staff-account.resolver.js';
import { StaffRolesResolver } from './identity/staff-roles.resolver.js';
import { ViewerResolver } from './identity/viewer.resolver.js';
import { CompanyResolver } from './company/company.resolver.js';
import { EstateResolver } from './place/estate.resolver.js';
import { BuildingResolver } from './place/building.resolver.js';
import { UnitResolver } from './place/unit.resolver.js';
import { EstateGroupResolver } from './place/estate-group.resolver.js';
import { PlaceCommandsResolver } from './place/place-commands.resolver.js';
import { CustomerResolver } from './people/customer.resolver.js';
import { OccupancyResolver } from './people/occupancy.resolver.js';
import { StaffResolver } from './people/staff.resolver.js';
import { DepartmentResolver } from './people/department.resolver.js';
import { PeopleCommandsResolver } from './people/people-commands.resolver.js';
import {
  UnmaskGrantPayloadResolver,
  UnmaskGrantResolver,
  UnmaskReadResolver,
} from './privacy/unmask-grant.resolver.js';
import { DutyResolver } from './duty/duty.resolver.js';
import { ToldLinkResolver } from './duty/told-link.resolver.js';
import { CategoryResolver } from './category/category.resolver.js';
import { CategoryCommandsResolver } from './category/category-commands.resolver.js';
import { NumberingResolver } from './numbering/numbering.resolver.js';
import { ErasureRequestPayloadResolver, ErasureRequestResolver } from './privacy/erasure-request.resolver.js';
import { AuditResolver } from './audit/audit.resolver.js';
import { CallbackResolver, TicketCallbackResolver } from './callback/callback.resolver.js';
import { CareMarkResolver } from './care/care-mark.resolver.js';
import { CustomerCareResolver, TicketCareResolver, UnitCareResolver } from './care/cared-for.resolver.js';
import { CallerMatchResolver, CallerResolver } from './contact/caller.resolver.js';
import { ContactCommandsResolver } from './contact/contact-commands.resolver.js';
import { ContactResolver, TicketContactResolver } from './contact/contact.resolver.js';
import { ObligationResolver } from './obligation/obligation.resolver.js';
import { ObligationCommandsResolver } from './obligation/obligation-commands.resolver.js';
import { ObligationEventResolver } from './obligation/obligation-event.resolver.js';
import { ApprovalDecisionResolver } from './approval/approval-decision.resolver.js';
import { ApprovalPayloadResolver } from './approval/approval-payload.resolver.js';
import { ApprovalResolver } from './approval/approval.resolver.js';
import { CalendarResolver } from './calendar/calendar.resolver.js';
import { DeputyResolver } from './deputy/deputy.resolver.js';
import { PolicyProposalResolver } from './policy/policy-proposal.resolver.js';
import { PolicyResolver } from './policy/policy.resolver.js';
import { PolicyVersionResolver } from './policy/policy-version.resolver.js';
import { ActorResolver } from './event/actor.resolver.js';
import { EstateBoardResolver } from './board/estate-board.resolver.js';
import { MessageResolver } from './notification/message.resolver.js';
import { MessageTemplateResolver } from './notification/message-template.resolver.js';
import { NotificationEventResolver } from './notification/notification-event.resolver.js';
import { NotificationResolver } from './notification/notification.resolver.js';
import { SignatureLinkResolver } from './signature/signature-link.resolver.js';
import { SignatureResolver } from './signature/signature.resolver.js';
import { WebhookEndpointPayloadResolver } from './webhook/webhook-endpoint-payload.resolver.js';
import { WebhookEndpointResolver } from './webhook/webhook-endpoint.resolver.js';
import { ClockPauseProposalResolver } from './service-clock/clock-pause-proposal.resolver.js';
import { ClockVerbsResolver } from './service-clock/clock-verbs.resolver.js';
import { ServiceClockResolver } from './service-clock/service-clock.resolver.js';
import { TicketResolver } from './ticket/ticket.resolver.js';
import { RepairOrderResolver } from './ticket/repair-order.resolver.js';
import { RepairCheckResolver, RepairDayResolver, RepairRoutineResolver } from './repair/repair-routine.resolver.js';
import { PricePayloadResolver, PriceResolver } from './price/price.resolver.js';
import {
  QuotationLineResolver,
  QuotationResolver,
  RepairChargeResolver,
  UsedPartResolver,
} from './quotation/quotation.resolver.js';
import { RepairResponsibilityResolver } from './ticket/repair-responsibility.resolver.js';
import { RepairVisitResolver, RepairWorkResolver } from './ticket/repair-work.resolver.js';
import { RepairPayloadResolver } from './ticket/repair-payload.resolver.js';
import { TicketPayloadResolver } from './ticket/ticket-payload.resolver.js';
import { QueueResolver } from './queue/queue.resolver.js';
import { WaitingResolver } from './queue/waiting.resolver.js';
import { TicketViewResolver } from './ticket/ticket-view.resolver.js';
import { TicketFacetsResolver } from './ticket/ticket-facets.resolver.js';
import { TicketMergingResolver } from './ticket/ticket-merging.resolver.js';
import { TicketNoteResolver } from './ticket/ticket-note.resolver.js';
import { TicketVerbsResolver } from './ticket/ticket-verbs.resolver.js';
import { ComplaintResolver } from './complaint/complaint.resolver.js';
import { EnquiryResolver } from './enquiry/enquiry.resolver.js';
import { HelpCallResolver } from './help/help-call.resolver.js';
import { ServiceRequestResolver } from './service/service-request.resolver.js';
import { SuggestionResolver } from './suggestion/suggestion.resolver.js';
import { ComplaintPayloadResolver } from './complaint/complaint-payload.resolver.js';
import { TicketEventResolver } from './ticket/ticket-event.resolver.js';

/** Every resolver class, in the order of the concepts. */
export const RESOLVERS = [
  SessionResolver,
  ViewerResolver,
  RoleAssignmentResolver,
  CompanyResolver,
  EstateResolver,
  BuildingResolver,
  UnitResolver,
  EstateGroupResolver,
  PlaceCommandsResolver,
  CustomerResolver,
  ...RESOLVERS_OF_VOICE,
  OccupancyResolver,
  StaffResolver,
  DepartmentResolver,
  PeopleCommandsResolver,
  StaffAccountResolver,
  StaffRolesResolver,
  OwnSessionsResolver,
  OneTimeCodeResolver,
  ApiKeyResolver,
  ApiKeyPayloadResolver,
  IdentityProviderResolver,
  IdentityProviderPayloadResolver,
  ExternalIdentityPayloadResolver,
  UnmaskGrantResolver,
  UnmaskGrantPayloadResolver,
  UnmaskReadResolver,
  DutyResolver,
  ToldLinkResolver,
  CategoryResolver,
  CategoryCommandsResolver,
  NumberingResolver,
  ErasureRequestResolver,
  ErasureRequestPayloadResolver,
  AuditResolver,
  CalendarResolver,
  PolicyResolver,
  PolicyVersionResolver,
  PolicyProposalResolver,
  ApprovalResolver,
  ApprovalDecisionResolver,
  ApprovalPayloadResolver,
  DeputyResolver,
  ActorResolver,
  TicketResolver,
  TicketFacetsResolver,
  TicketViewResolver,
  RepairOrderResolver,
  RepairWorkResolver,
  RepairRoutineResolver,
  RepairCheckResolver,
  RepairDayResolver,
  RepairChargeResolver,
  RepairResponsibilityResolver,
  QuotationResolver,
  QuotationLineResolver,
  UsedPartResolver,
  PriceResolver,
  PricePayloadResolver,
  RepairVisitResolver,
  RepairPayloadResolver,
  TicketPayloadResolver,
  TicketNoteResolver,
  TicketVerbsResolver,
  ComplaintResolver,
  ComplaintPayloadResolver,
  EnquiryResolver,
  SuggestionResolver,
  ServiceRequestResolver,
  HelpCallResolver,
  TicketEventResolver,
  ServiceClockResolver,
  ClockVerbsResolver,
  ClockPauseProposalResolver,
  NotificationResolver,
  NotificationEventResolver,
  AttachmentResolver,
  UploadPayloadResolver,
  SignatureResolver,
  SignatureLinkResolver,
  ObligationResolver,
  ObligationCommandsResolver,
  ObligationEventResolver,
  CareMarkResolver,
  UnitCareResolver,
  CustomerCareResolver,
  TicketCareResolver,
  MessageTemplateResolver,
  MessageResolver,
  WebhookEndpointResolver,
  WebhookEndpointPayloadResolver,
  EstateBoardResolver,
  QueueResolver,
  WaitingResolver,
  ContactResolver,
  TicketMergingResolver,
  TicketContactResolver,
  CallerResolver,
  CallerMatchResolver,
  ContactCommandsResolver,
  CallbackResolver,
  TicketCallbackResolver,
  ...RESOLVERS_OF_MONEY,
  ...RESOLVERS_OF_OVERSIGHT,
] as const;
