import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { assertPolicyKey } from '../../domain/policy/policies.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { policiesOn } from '../../loaders/policy/policies-on.js';
import type { PolicyProposalRow } from '../../loaders/policy/policy-proposal-by-id.js';
import { ApprovalPayloadType } from '../../schema/approval/approval-payload.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { PolicyProposalType } from '../../schema/policy/policy-proposal.type.js';
import { PolicyType } from '../../schema/policy/policy.type.js';
import {
  ProposePolicyChangeInput,
  ResubmitPolicyChangeInput,
} from '../../schema/policy/propose-policy-change.input.js';
import { proposePolicyChange } from '../../services/policy/propose-policy-change.js';
import { resubmitPolicyChange } from '../../services/policy/resubmit-policy-change.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** Changes of policies on their way to approval. */
@Resolver(() => PolicyProposalType)
export class PolicyProposalResolver {
  @Mutation(() => ApprovalPayloadType, {
    nullable: true,
    description:
      'Proposes a change of a policy for approval (R-ORG-68). Needs `policy.change` on the estate, or on all for the company.',
  })
  proposePolicyChange(
    @Arg('input', () => ProposePolicyChangeInput, { description: 'The policy and its value.' })
    input: ProposePolicyChangeInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, proposePolicyChange, input);
  }

  @Mutation(() => ApprovalPayloadType, {
    nullable: true,
    description:
      'Submits a proposal again that was sent back (Q-18); its way begins anew. For who has prepared it; needs `policy.change`.',
  })
  resubmitPolicyChange(
    @Arg('input', () => ResubmitPolicyChangeInput, { description: 'The change as it stands now.' })
    input: ResubmitPolicyChangeInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, resubmitPolicyChange, input);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate that it is for; null: the company.' })
  estate(@Root() proposal: PolicyProposalRow, @Ctx() ctx: RequestContext) {
    return proposal.estateId === null ? null : estateById(ctx).load(proposal.estateId);
  }

  @FieldResolver(() => PolicyType, { description: 'The policy as it holds today, to compare with.' })
  async policy(@Root() { key, estateId }: PolicyProposalRow, @Ctx() ctx: RequestContext) {
    assertPolicyKey('key', key);
    return (await policiesOn(ctx, { estateId }, [key]))[0];
  }
}
