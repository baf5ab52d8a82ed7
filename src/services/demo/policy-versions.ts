import { dayStartMs, dayText } from '../../domain/demo/demo-days.js';
import type { PolicyKey } from '../../domain/policy/policies.js';
import type { DemoCompany } from './demo-company.js';
import type { PastEvent } from './repairs.js';
import { idOf, iso, pastEvent } from './rule-event.js';

const SET_AT_MS = 9 * 3_600_000 + 60_000;

/** A setting that somebody proposes or sets; days are counted from the demo's own. */
export interface Setting {
  readonly key: PolicyKey;
  readonly estateId: string | null;
  readonly effectiveFrom: number;
  readonly value: unknown;
  readonly reason: string;
}

/** The first version of a policy on its level. @rule R-MET-09 */
export function setPolicy(
  company: DemoCompany,
  by: string,
  day: number,
  { key, estateId, effectiveFrom, value, reason }: Setting,
  approvalId: string | null = null,
): PastEvent {
  const at = dayStartMs(day) + SET_AT_MS;
  const id = idOf(company, `policy/${key}/${estateId ?? ''}`, at);
  company.rows.add('policy_version', {
    company_id: company.id,
    id,
    key,
    estate_id: estateId,
    version: 1,
    effective_from: dayText(effectiveFrom),
    value,
    estates_may_override: true,
    reason,
    approval_id: approvalId,
    set_by: by,
    set_at: iso(at),
  });
  const facts = {
    key,
    effectiveFrom: dayText(effectiveFrom),
    givenUp: false,
    estatesMayOverride: true,
    approvalId,
  };
  return pastEvent(company, { type: 'policy.CHANGED', estateId, kind: 'policyVersion', id, by, at, facts });
}
