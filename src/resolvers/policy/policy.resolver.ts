import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { assertPolicyKey, type PolicyKey } from '../../domain/policy/policies.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { policiesOn, type PolicyRow } from '../../loaders/policy/policies-on.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { ChangePolicyInput } from '../../schema/policy/change-policy.input.js';
import { PolicyPayloadType } from '../../schema/policy/policy-payload.type.js';
import { PolicyType } from '../../schema/policy/policy.type.js';
import { LocalDate } from '../../schema/scalars.js';
import { changePolicy } from '../../services/policy/change-policy.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

const ESTATE = 'For this estate; for the company as such where none is named.';
const DAY = 'The day; today at that place where nothing is said.';

/** Policies: what holds, and the change by one person's word. */
@Resolver(() => PolicyType)
export class PolicyResolver {
  @Query(() => [PolicyType], {
    description: 'Policies as they hold on a day, in the order of their keys. Needs `policy.read`.',
  })
  policies(
    @Ctx() ctx: RequestContext,
    @Arg('estateId', () => ID, { nullable: true, description: ESTATE }) estateId: string | null,
    @Arg('on', () => LocalDate, { nullable: true, description: DAY }) on: string | null,
    @Arg('keys', () => [String], { nullable: true, description: 'Only these; all where nothing is said.' })
    keys: string[] | null,
  ) {
    return policiesOn(
      ctx,
      { estateId, on },
      keys?.map((key, i) => keyAt(`keys[${i}]`, key)),
    );
  }

  @Query(() => PolicyType, { nullable: true, description: 'One policy as it holds on a day. Needs `policy.read`.' })
  async policy(
    @Ctx() ctx: RequestContext,
    @Arg('key', () => String, { description: 'Its key: `P-18`.' }) key: string,
    @Arg('estateId', () => ID, { nullable: true, description: ESTATE }) estateId: string | null,
    @Arg('on', () => LocalDate, { nullable: true, description: DAY }) on: string | null,
  ) {
    return (await policiesOn(ctx, { estateId, on }, [keyAt('key', key)]))[0];
  }

  @Mutation(() => PolicyPayloadType, {
    nullable: true,
    description:
      'Changes a policy from a day on by one person’s word: desk hours (D-08), and others where the company allows it (D-18). RULE_REFUSED R-ORG-68 where it needs approval. Needs `policy.change` on the estate, or on all for the company.',
  })
  async changePolicy(
    @Arg('input', () => ChangePolicyInput, { description: 'The policy and its value.' }) input: ChangePolicyInput,
    @Ctx() ctx: RequestContext,
  ) {
    const { key, estateId, effectiveFrom, cursor } = await command(ctx, changePolicy, input);
    const [policy] = await policiesOn(ctx, { estateId, on: effectiveFrom }, [keyAt('key', key)]);
    return { policy, cursor };
  }

  @FieldResolver(() => EstateType, {
    nullable: true,
    description: 'The estate that it is told for; null: the company.',
  })
  estate(@Root() policy: PolicyRow, @Ctx() ctx: RequestContext) {
    return policy.estateId === null ? null : estateById(ctx).load(policy.estateId);
  }
}

/** @throws INVALID_INPUT with the path when it is the key of no policy */
function keyAt(path: string, key: string): PolicyKey {
  assertPolicyKey(path, key);
  return key;
}
