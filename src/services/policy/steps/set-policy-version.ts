import type { LocalDate } from '../../../domain/calendar/calendar-day.js';
import { conflict } from '../../../domain/errors.js';
import type { PolicyKey } from '../../../domain/policy/policies.js';
import { assertEffective } from '../../../domain/policy/policy-at.js';
import { assertMayDiffer } from '../../../domain/policy/setting-change.js';
import { newId } from '../../../entities/new-id.js';
import { PolicyVersion } from '../../../entities/policy/policy-version.entity.js';
import { dayAt } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { readPolicyBook } from './policy-in-force.js';

/** What is set from a day on; checked for its form already. */
export interface PolicySetting {
  readonly key: PolicyKey;
  /** Null: for the company. */
  readonly estateId: string | null;
  readonly effectiveFrom: LocalDate;
  /** Read through the policy's shape; null gives up what was set. */
  readonly value: unknown;
  readonly estatesMayOverride: boolean;
  readonly reason: string;
  /** The approval that it rests on, where it needed one. */
  readonly approvalId?: string;
}

/**
 * Writes the next version of a policy. Only one writer at a time changes a policy of a company.
 * @rule R-MET-09
 * @throws INVALID_INPUT when it would begin in the past
 * @throws RULE_REFUSED when the estate may not differ
 * @throws CONFLICT when the client has seen another last version than the present one
 */
export async function setPolicyVersion(
  ctx: CommandContext,
  setting: PolicySetting,
  expectedVersion?: number | null,
): Promise<{ policyVersionId: string; version: number }> {
  const { key, estateId, effectiveFrom, value, estatesMayOverride, reason } = setting;
  const { companyId } = ctx;
  assertEffective(effectiveFrom, await dayAt(ctx, estateId, ctx.clock.now()));
  await ctx.em.execute(`select pg_advisory_xact_lock(hashtextextended('policy ' || ? || ' ' || ?, 0))`, [
    companyId,
    key,
  ]);
  const book = await readPolicyBook(ctx, estateId === null ? [] : [estateId]);
  assertMayDiffer(book, key, estateId, effectiveFrom);
  const last = book.lastVersion(key, estateId);
  if (expectedVersion != null && expectedVersion !== last)
    throw conflict('The policy has changed meanwhile.', { what: 'policy', currentVersion: last, expectedVersion });
  const stored = ctx.em.create(PolicyVersion, {
    companyId,
    id: newId(),
    key,
    estateId,
    version: last + 1,
    effectiveFrom,
    value,
    estatesMayOverride,
    reason,
    approvalId: setting.approvalId ?? null,
    setBy: ctx.principal.subjectId,
    setAt: ctx.clock.now(),
  });
  ctx.record({
    type: 'policy.CHANGED',
    estateId,
    subjectKind: 'policyVersion',
    subjectId: stored.id,
    subjectVersion: stored.version,
    visibility: 'INTERNAL',
    facts: { key, effectiveFrom, givenUp: value === null, estatesMayOverride, approvalId: setting.approvalId ?? null },
  });
  return { policyVersionId: stored.id, version: stored.version };
}
