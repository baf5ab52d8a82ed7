import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { approvalById } from '../../loaders/approval/approval-by-id.js';
import type { ApprovalRow } from '../../loaders/approval/approvals-in-sight.js';
import { approvalsPage, type ApprovalOrder } from '../../loaders/approval/approvals-page.js';
import { decisionsOfApproval } from '../../loaders/approval/decisions-of-approval.js';
import { subjectOfApproval } from '../../loaders/approval/subject-of-approval.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { ApprovalConnection } from '../../schema/approval/approval-connection.type.js';
import { ApprovalDecisionType } from '../../schema/approval/approval-decision.type.js';
import { ApprovalFilterInput } from '../../schema/approval/approval-filter.input.js';
import { ApprovalOrderEnum } from '../../schema/approval/approval-order.enum.js';
import { ApprovalSubjectUnion } from '../../schema/approval/approval-subject.union.js';
import { ApprovalType } from '../../schema/approval/approval.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';

/** Approvals: looking them up, and their edges. */
@Resolver(() => ApprovalType)
export class ApprovalResolver {
  @Query(() => ApprovalType, {
    nullable: true,
    description:
      'One approval: prepared by the viewer, or of a kind that the viewer decides there. Needs `approval.take`.',
  })
  approval(@Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string) {
    return found('approval', approvalById(ctx).load(id));
  }

  @Query(() => ApprovalConnection, {
    description:
      'The approvals that the viewer has prepared, and those of kinds that the viewer decides; `waitingForMe` narrows to what is to be done. Needs `approval.take`.',
  })
  approvals(
    @Ctx() ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ApprovalFilterInput, { nullable: true, description: 'Which ones; all where nothing is said.' })
    filter: ApprovalFilterInput | null,
    @Arg('orderBy', () => ApprovalOrderEnum, { nullable: true, description: 'PREPARED_AT_ASC where nothing is said.' })
    order: ApprovalOrder | null,
  ) {
    return approvalsPage(ctx, filter ?? {}, order ?? 'PREPARED_AT_ASC', page);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: "Its estate; null: the company's own matter." })
  estate(@Root() approval: ApprovalRow, @Ctx() ctx: RequestContext) {
    return approval.estateId === null ? null : estateById(ctx).load(approval.estateId);
  }

  @FieldResolver(() => ApprovalSubjectUnion, {
    nullable: true,
    description: 'What is to be approved, as submitted in the present round.',
  })
  subject(@Root() approval: ApprovalRow, @Ctx() ctx: RequestContext) {
    return subjectOfApproval(ctx, approval);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has prepared it.' })
  preparedBy(@Root() approval: ApprovalRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(approval.preparedBy);
  }

  @FieldResolver(() => [ApprovalDecisionType], {
    description: 'What was done to it, earliest first; the last 50 steps.',
  })
  decisions(@Root() approval: ApprovalRow, @Ctx() ctx: RequestContext) {
    return decisionsOfApproval(ctx).load(approval.id);
  }
}
