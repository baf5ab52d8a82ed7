import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ApprovalDecisionRow } from '../../loaders/approval/decisions-of-approval.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { ApprovalDecisionType } from '../../schema/approval/approval-decision.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** Who has taken a step of an approval. */
@Resolver(() => ApprovalDecisionType)
export class ApprovalDecisionResolver {
  @FieldResolver(() => StaffType, { nullable: true, description: 'Who did it.' })
  decidedBy(@Root() decision: ApprovalDecisionRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(decision.decidedBy);
  }

  @FieldResolver(() => StaffType, {
    nullable: true,
    description: 'The absent person for whom a deputy did it (Q-43); null in the own name.',
  })
  onBehalfOf(@Root() decision: ApprovalDecisionRow, @Ctx() ctx: RequestContext) {
    return decision.onBehalfOf === null ? null : staffById(ctx).load(decision.onBehalfOf);
  }
}
