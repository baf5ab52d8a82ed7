import { forbidden, ruleRefused } from '../../domain/errors.js';
import { obligationKind } from '../../domain/obligation/obligation-kind.js';
import { Obligation } from '../../entities/obligation/obligation.entity.js';
import { authorizeOn, mayOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { fulfil } from './steps/fulfil.js';
import { isOwner } from './steps/is-owner.js';

/** Which obligation, as the client has seen it. */
export interface ObligationStep extends CommandInput {
  readonly obligationId: string;
  readonly expectedVersion?: number | null;
}

interface FulfilObligation extends ObligationStep {
  /** When it was done, for what is entered late. */
  readonly occurredAt?: Date | null;
}

/**
 * Says that what was owed is done: its owner does, or who could have had it owed.
 * @throws NOT_FOUND obligation
 * @throws FORBIDDEN obligation.fulfil on its estate; obligation.owe when it is somebody else's
 * @throws CONFLICT when it has changed meanwhile or is settled already
 * @throws RULE_REFUSED with the kind's rule when a desk of its own fulfils it
 * @throws INVALID_INPUT when it was done in the future or before it was owed
 */
export async function fulfilObligation(
  ctx: CommandContext,
  input: FulfilObligation,
): Promise<{ obligationId: string }> {
  const obligation = await ctx.load(Obligation, 'obligation', input.obligationId, input.expectedVersion);
  const { kind, estateId = null } = obligation;
  authorizeOn(ctx.principal, 'obligation.fulfil', estateId);
  if (!mayOn(ctx.principal, 'obligation.owe', estateId) && !(await isOwner(ctx, obligation)))
    throw forbidden('obligation.owe');
  const { rule, fulfilledBy } = obligationKind(kind);
  if (fulfilledBy !== null) throw ruleRefused(rule, `${fulfilledBy} fulfils it.`, { kind, fulfilledBy });
  fulfil(ctx, obligation, ctx.occurredAt(input.occurredAt));
  return { obligationId: obligation.id };
}
