import { conflict, invalidInput } from '../../domain/errors.js';
import { assertMayName } from '../../domain/deputy/naming.js';
import { Deputy } from '../../entities/deputy/deputy.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import type { DeputyResult } from './name-deputy.js';

interface EndDeputy extends CommandInput {
  readonly deputyshipId: string;
  readonly expectedVersion?: number | null;
  /** The first day that no longer belongs to it; today or later. */
  readonly untilDay: string;
}

/**
 * Ends a deputyship earlier than it was named for, today at the earliest; at its first day or before, it never begins.
 * Needs what naming needs.
 * @rule Q-43
 * @throws NOT_FOUND deputy
 * @throws FORBIDDEN deputy.name
 * @throws INVALID_INPUT for a day in the past, or after the present end
 * @throws RULE_REFUSED Q-43 when deputies for this post are named by somebody else
 * @throws CONFLICT when it has ended already, or changed meanwhile
 */
export async function endDeputy(ctx: CommandContext, input: EndDeputy): Promise<DeputyResult> {
  const { principal } = ctx;
  const deputy = await ctx.load(Deputy, 'deputy', input.deputyshipId, input.expectedVersion);
  const estateId = deputy.estateId ?? null;
  authorizeOn(principal, 'deputy.name', estateId);
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  const { namedBy } = await policyInForce(ctx, 'Q-43', null, await dayAt(ctx, null, ctx.clock.now()));
  const { role, staffId } = deputy;
  assertMayName(principal.roles, { role, estateId, isOneself: staffId === principal.subjectId, namedBy });
  if (deputy.untilDay <= today) throw conflict('It has ended already.', { what: 'deputy', untilDay: deputy.untilDay });
  if (input.untilDay < today) throw invalidInput('input.untilDay', 'must not lie in the past', { earliest: today });
  if (input.untilDay > deputy.untilDay)
    throw invalidInput('input.untilDay', 'must not lie after the present end', { latest: deputy.untilDay });
  deputy.untilDay = input.untilDay;
  deputy.version += 1;
  ctx.record({
    type: 'deputy.END_SET',
    estateId,
    subjectKind: 'deputy',
    subjectId: deputy.id,
    subjectVersion: deputy.version,
    visibility: 'INTERNAL',
    facts: { staffId, untilDay: deputy.untilDay },
  });
  return { deputyshipId: deputy.id, version: deputy.version };
}
