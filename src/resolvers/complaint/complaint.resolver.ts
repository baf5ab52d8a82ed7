import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { handlingOf } from '../../loaders/complaint/handling-of.js';
import type { TicketRow } from '../../loaders/ticket/ticket-by-id.js';
import { ComplaintHandlingType } from '../../schema/complaint/complaint-handling.type.js';
import { ComplaintPayloadType } from '../../schema/complaint/complaint-payload.type.js';
import { ComplaintType } from '../../schema/complaint/complaint.type.js';
import { JudgeComplaintInput } from '../../schema/complaint/judge-complaint.input.js';
import { LodgeComplaintInput } from '../../schema/complaint/lodge-complaint.input.js';
import { PromiseReplyInput } from '../../schema/complaint/promise-reply.input.js';
import { ReclassifyComplaintInput } from '../../schema/complaint/reclassify-complaint.input.js';
import { RectifyComplaintInput } from '../../schema/complaint/rectify-complaint.input.js';
import { ReplyToComplaintInput } from '../../schema/complaint/reply-to-complaint.input.js';
import { ReportRectificationInput } from '../../schema/complaint/report-rectification.input.js';
import { judgeComplaint } from '../../services/complaint/judge-complaint.js';
import { lodgeComplaint } from '../../services/complaint/lodge-complaint.js';
import { promiseReply } from '../../services/complaint/promise-reply.js';
import { reclassifyComplaint } from '../../services/complaint/reclassify-complaint.js';
import { rectifyComplaint } from '../../services/complaint/rectify-complaint.js';
import { replyToComplaint } from '../../services/complaint/reply-to-complaint.js';
import { reportRectification } from '../../services/complaint/report-rectification.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** Complaints: their verbs and what only they have. */
@Resolver(() => ComplaintType)
export class ComplaintResolver {
  @FieldResolver(() => ComplaintHandlingType, {
    nullable: true,
    description: 'How it is handled; null for residents (D-30).',
  })
  handling(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return ctx.asker.kind === 'RESIDENT' ? null : handlingOf(ctx).load(ticket.id);
  }

  @Mutation(() => ComplaintPayloadType, {
    nullable: true,
    description:
      'Takes a complaint down and classes it by its facts (R-CMP-01, R-CMP-36). Needs `complaint.lodge` on the estate; residents complain for units that they hold.',
  })
  lodgeComplaint(
    @Arg('input', () => LodgeComplaintInput, { description: 'What is complained about.' }) input: LodgeComplaintInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, lodgeComplaint, input);
  }

  @Mutation(() => ComplaintPayloadType, {
    nullable: true,
    description: 'Gives a complaint another class (R-CMP-14, D-02). Needs `complaint.decide` on the estate.',
  })
  reclassifyComplaint(
    @Arg('input', () => ReclassifyComplaintInput, { description: 'Which class, and why.' })
    input: ReclassifyComplaintInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, reclassifyComplaint, input);
  }

  @Mutation(() => ComplaintPayloadType, {
    nullable: true,
    description: 'Records that the department has put it right (R-CMP-10). Needs `complaint.rectify` on the estate.',
  })
  rectifyComplaint(
    @Arg('input', () => RectifyComplaintInput, { description: 'Which complaint, and what was done.' })
    input: RectifyComplaintInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, rectifyComplaint, input);
  }

  @Mutation(() => ComplaintPayloadType, {
    nullable: true,
    description:
      'Records that the department has told the front desk (R-CMP-06). Needs `complaint.rectify` on the estate.',
  })
  reportRectification(
    @Arg('input', () => ReportRectificationInput, { description: 'Which complaint.' }) input: ReportRectificationInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, reportRectification, input);
  }

  @Mutation(() => ComplaintPayloadType, {
    nullable: true,
    description:
      'Records what the customer was told: an interim reply in any open stage, or the final one (D-01). Needs `complaint.reply` on the estate.',
  })
  replyToComplaint(
    @Arg('input', () => ReplyToComplaintInput, { description: 'What was said, and how.' }) input: ReplyToComplaintInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, replyToComplaint, input);
  }

  @Mutation(() => ComplaintPayloadType, {
    nullable: true,
    description: 'Fixes when the customer will hear next (R-CMP-24). Needs `complaint.reply` on the estate.',
  })
  promiseReply(
    @Arg('input', () => PromiseReplyInput, { description: 'By when.' }) input: PromiseReplyInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, promiseReply, input);
  }

  @Mutation(() => ComplaintPayloadType, {
    nullable: true,
    description:
      'Judges whether a complaint is substantiated; the last judgement holds (D-06). Needs `complaint.decide` on the estate.',
  })
  judgeComplaint(
    @Arg('input', () => JudgeComplaintInput, { description: 'The judgement, and why.' }) input: JudgeComplaintInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, judgeComplaint, input);
  }
}
