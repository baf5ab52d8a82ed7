import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { assertPolicyKey } from '../../domain/policy/policies.js';
import { approvalById } from '../../loaders/approval/approval-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { policyVersionsPage, type PolicyVersionRow } from '../../loaders/policy/policy-versions-page.js';
import { ApprovalType } from '../../schema/approval/approval.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { PolicyVersionConnection } from '../../schema/policy/policy-version-connection.type.js';
import { PolicyVersionType } from '../../schema/policy/policy-version.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** The history of a policy. */
@Resolver(() => PolicyVersionType)
export class PolicyVersionResolver {
  @Query(() => PolicyVersionConnection, {
    description: 'What was ever set for a policy on one level, the latest first (R-MET-09). Needs `policy.read`.',
  })
  policyVersions(
    @Ctx() ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('key', () => String, { description: 'The policy: `P-18`.' }) key: string,
    @Arg('estateId', () => ID, {
      nullable: true,
      description: "What this estate has set; the company's where nothing is said.",
    })
    estateId: string | null,
  ) {
    assertPolicyKey('key', key);
    return policyVersionsPage(ctx, { key, estateId }, page);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate that has set it; null: the company.' })
  estate(@Root() version: PolicyVersionRow, @Ctx() ctx: RequestContext) {
    return version.estateId === null ? null : estateById(ctx).load(version.estateId);
  }

  @FieldResolver(() => ApprovalType, {
    nullable: true,
    description: "The approval that it rests on (R-ORG-68); null where one person's word was enough, or out of sight.",
  })
  approval(@Root() version: PolicyVersionRow, @Ctx() ctx: RequestContext) {
    return version.approvalId === null ? null : approvalById(ctx).load(version.approvalId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'By whose word it took effect.' })
  setBy(@Root() version: PolicyVersionRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(version.setBy);
  }
}
