import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { approvalById } from '../../loaders/approval/approval-by-id.js';
import { ApprovalPayloadType } from '../../schema/approval/approval-payload.type.js';
import {
  GrantApprovalInput,
  ReviewApprovalInput,
  SendBackApprovalInput,
  WithdrawApprovalInput,
} from '../../schema/approval/approval-steps.input.js';
import { ApprovalType } from '../../schema/approval/approval.type.js';
import { grantApproval } from '../../services/approval/grant-approval.js';
import { reviewApproval } from '../../services/approval/review-approval.js';
import { sendBackApproval } from '../../services/approval/send-back-approval.js';
import { withdrawApproval } from '../../services/approval/withdraw-approval.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** The verbs that approvals of every kind take, and the approval behind their verdict. */
@Resolver(() => ApprovalPayloadType)
export class ApprovalPayloadResolver {
  @Mutation(() => ApprovalPayloadType, {
    nullable: true,
    description:
      'Passes what was reviewed on to approval. Needs `approval.take`, and the awaited action or a post that one stands in for (R-ORG-68, Q-43).',
  })
  reviewApproval(
    @Arg('input', () => ReviewApprovalInput, { description: 'Which approval.' }) input: ReviewApprovalInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, reviewApproval, input);
  }

  @Mutation(() => ApprovalPayloadType, {
    nullable: true,
    description:
      'Approves, and carries out what was approved. Needs `approval.take`, and the awaited action or a post that one stands in for (R-ORG-68, Q-43).',
  })
  grantApproval(
    @Arg('input', () => GrantApprovalInput, { description: 'Which approval.' }) input: GrantApprovalInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, grantApproval, input);
  }

  @Mutation(() => ApprovalPayloadType, {
    nullable: true,
    description:
      'Sends what was prepared back with a reason (Q-18). Needs `approval.take`, and the awaited action or a post that one stands in for.',
  })
  sendBackApproval(
    @Arg('input', () => SendBackApprovalInput, { description: 'Which approval, and why.' })
    input: SendBackApprovalInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, sendBackApproval, input);
  }

  @Mutation(() => ApprovalPayloadType, {
    nullable: true,
    description: 'Takes back what the viewer has prepared, while it is not approved (Q-18). Needs `approval.take`.',
  })
  withdrawApproval(
    @Arg('input', () => WithdrawApprovalInput, { description: 'Which approval.' }) input: WithdrawApprovalInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, withdrawApproval, input);
  }

  @FieldResolver(() => ApprovalType, {
    nullable: true,
    description: 'The approval as it stands now; null when it is no longer in sight.',
  })
  approval(@Root() { approvalId }: { readonly approvalId: string }, @Ctx() ctx: RequestContext) {
    return approvalById(ctx).load(approvalId);
  }
}
