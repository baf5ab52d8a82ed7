import type { Decider } from '../../../domain/approval/deciding-power.js';
import { deputyshipsOf } from '../../../tenancy/approval/deputyships-of.js';
import type { Deputyship } from '../../../domain/deputy/deputyship.js';
import { dayAt } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { policyInForce } from '../../policy/steps/policy-in-force.js';

/**
 * What the acting principal may decide: by own roles, and as a deputy where the company has deputies. Another system is
 * no person and decides nothing.
 * @rule R-ORG-68, Q-43
 */
export async function deciderOf(ctx: CommandContext): Promise<Decider> {
  const { principal } = ctx;
  if (principal.kind !== 'STAFF') return { staffId: null, actions: principal.actions, deputyships: [] };
  const now = ctx.clock.now();
  const { allowed } = await policyInForce(ctx, 'Q-43', null, await dayAt(ctx, null, now));
  const statement = deputyshipsOf(principal, now);
  const deputyships = allowed ? await ctx.execute<Deputyship>(statement.sql, statement.parameters) : [];
  return { staffId: principal.subjectId, actions: principal.actions, deputyships };
}
