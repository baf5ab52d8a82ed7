import { ruleRefused } from '../../domain/errors.js';
import { assertOwed } from '../../domain/obligation/obligation-state.js';
import { Obligation } from '../../entities/obligation/obligation.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { ObligationStep } from './fulfil-obligation.js';
import { isOwner } from './steps/is-owner.js';
import { settle } from './steps/settle.js';

interface WaiveObligation extends ObligationStep {
  readonly reason: string;
}

/**
 * Lets somebody off what is owed, with a reason; nobody lets oneself off, neither by name nor by holding the post.
 * @rule R-ORG-68
 * @throws NOT_FOUND obligation
 * @throws FORBIDDEN obligation.waive on its estate, or on all for the company's own
 * @throws RULE_REFUSED R-ORG-68 when the asker owes it
 * @throws CONFLICT when it has changed meanwhile or is settled already
 */
export async function waiveObligation(ctx: CommandContext, input: WaiveObligation): Promise<{ obligationId: string }> {
  const obligation = await ctx.load(Obligation, 'obligation', input.obligationId, input.expectedVersion);
  authorizeOn(ctx.principal, 'obligation.waive', obligation.estateId ?? null);
  assertOwed(obligation.state);
  if (await isOwner(ctx, obligation))
    throw ruleRefused('R-ORG-68', 'Nobody waives what the same person owes.', { obligationId: obligation.id });
  obligation.waiveReason = input.reason;
  settle(ctx, obligation, 'WAIVED', 'WAIVED', ctx.clock.now());
  return { obligationId: obligation.id };
}
