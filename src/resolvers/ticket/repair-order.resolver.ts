import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { FormLanguage } from '../../domain/form/form-key.js';
import { repairContent } from '../../domain/ticket/repair-content.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { signaturesOfTicket } from '../../loaders/signature/signatures-of-ticket.js';
import type { TicketRow } from '../../loaders/ticket/ticket-by-id.js';
import { FormLanguageEnum } from '../../schema/form/form-language.enum.js';
import { PrintedFormType } from '../../schema/form/printed-form.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { AcceptRepairInput } from '../../schema/ticket/accept-repair.input.js';
import { CompleteRepairInput } from '../../schema/ticket/complete-repair.input.js';
import { ForwardRepairInput } from '../../schema/ticket/forward-repair.input.js';
import { RepairOrderType } from '../../schema/ticket/repair-order.type.js';
import { RepairPayloadType } from '../../schema/ticket/repair-payload.type.js';
import { ReportRepairInput } from '../../schema/ticket/report-repair.input.js';
import { ReturnRepairInput } from '../../schema/ticket/return-repair.input.js';
import { SignRepairInput } from '../../schema/ticket/sign-repair.input.js';
import { SignatureType } from '../../schema/signature/signature.type.js';
import { StartRepairInput } from '../../schema/ticket/start-repair.input.js';
import { acceptRepair } from '../../services/ticket/accept-repair.js';
import { completeRepair } from '../../services/ticket/complete-repair.js';
import { forwardRepair } from '../../services/ticket/forward-repair.js';
import { reportRepair } from '../../services/ticket/report-repair.js';
import { returnRepair } from '../../services/ticket/return-repair.js';
import { signRepair } from '../../services/ticket/sign-repair.js';
import { startRepair } from '../../services/ticket/start-repair.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { contentHash } from '../../tenancy/signing/content-hash.js';
import { command } from '../command.js';
import { formLink } from '../form/form-link.js';

/** Repair orders: their verbs and what only they have. */
@Resolver(() => RepairOrderType)
export class RepairOrderResolver {
  @FieldResolver(() => StaffType, {
    nullable: true,
    description: 'Who takes care of it; null before acceptance, and for residents.',
  })
  technician(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return ticket.assigneeId === null ? null : staffById(ctx).load(ticket.assigneeId);
  }

  @FieldResolver(() => [SignatureType], {
    description: 'The signatures under it, of earlier contents too, in the order of recording (R-RPR-11, R-RPR-12).',
  })
  signatures(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return signaturesOfTicket(ctx).load(ticket.id);
  }

  @FieldResolver(() => String, {
    description:
      'SHA-256 of what a signature under it binds, hexadecimal; another one after every change of the content.',
  })
  contentHash(@Root() ticket: TicketRow) {
    return contentHash(repairContent(ticket));
  }

  @FieldResolver(() => PrintedFormType, {
    description: 'The work order (维修单) on paper, with places for signatures and the seal (R-RPR-11, R-RPR-12).',
  })
  printedForm(
    @Root() ticket: TicketRow,
    @Arg('language', () => FormLanguageEnum, { nullable: true, description: 'ZH_CN where nothing is said.' })
    language: FormLanguage | null,
    @Ctx() ctx: RequestContext,
  ) {
    return formLink(ctx, 'WORK_ORDER', ticket.id, language);
  }

  @Mutation(() => RepairPayloadType, {
    nullable: true,
    description:
      "Records a signature under a finished repair, or why there is none: the customer's first (needs `repair.sign`; residents sign their own with their account), then the head's, which makes it SIGNED (needs `repair.countersign`); in a common area the head's alone (R-RPR-11, R-RPR-12, D-05).",
  })
  signRepair(
    @Arg('input', () => SignRepairInput, { description: 'Which repair, who, and how.' }) input: SignRepairInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, signRepair, input);
  }

  @Mutation(() => RepairPayloadType, {
    nullable: true,
    description:
      'Takes a repair report down (R-RPR-03). Needs `repair.report` on the estate; residents report for units that they hold.',
  })
  reportRepair(
    @Arg('input', () => ReportRepairInput, { description: 'What is reported.' }) input: ReportRepairInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, reportRepair, input);
  }

  @Mutation(() => RepairPayloadType, {
    nullable: true,
    description: 'Passes a reported repair on to Engineering (R-RPR-05). Needs `repair.forward` on the estate.',
  })
  forwardRepair(
    @Arg('input', () => ForwardRepairInput, { description: 'Which repair.' }) input: ForwardRepairInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, forwardRepair, input);
  }

  @Mutation(() => RepairPayloadType, {
    nullable: true,
    description: 'Takes a forwarded repair on (接单, R-RPR-05). Needs `repair.accept` on the estate.',
  })
  acceptRepair(
    @Arg('input', () => AcceptRepairInput, { description: 'Which repair, and by whom.' }) input: AcceptRepairInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, acceptRepair, input);
  }

  @Mutation(() => RepairPayloadType, {
    nullable: true,
    description:
      'Records the arrival on site (开工, R-RPR-07); one more visit (D-19). Needs `repair.start` on the estate.',
  })
  startRepair(
    @Arg('input', () => StartRepairInput, { description: 'Which repair.' }) input: StartRepairInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, startRepair, input);
  }

  @Mutation(() => RepairPayloadType, {
    nullable: true,
    description: 'Records that the work is done. Needs `repair.complete` on the estate.',
  })
  completeRepair(
    @Arg('input', () => CompleteRepairInput, { description: 'Which repair.' }) input: CompleteRepairInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, completeRepair, input);
  }

  @Mutation(() => RepairPayloadType, {
    nullable: true,
    description:
      'Gives a signed order back to the front desk; one that concerns no customer is closed by it (R-RPR-12, D-05). Needs `repair.return` on the estate.',
  })
  returnRepair(
    @Arg('input', () => ReturnRepairInput, { description: 'Which repair.' }) input: ReturnRepairInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, returnRepair, input);
  }
}
