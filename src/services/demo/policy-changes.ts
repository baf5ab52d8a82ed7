import { dayStartMs, dayText } from '../../domain/demo/demo-days.js';
import { decide } from './decided-approval.js';
import type { DemoCompany } from './demo-company.js';
import { setPolicy, type Setting } from './policy-versions.js';
import type { PastEvent } from './repairs.js';
import { idOf, iso } from './rule-event.js';
import { staffId } from './staffing.js';

const HOUR_MS = 3_600_000;

/** A policy of the company, prepared by the administrator and approved by a leader. @rule R-ORG-68 */
export function changeWithApproval(company: DemoCompany, setting: Setting): PastEvent[] {
  const { approvalId, subjectId, events } = propose(
    company,
    staffId(company, 'company_admin'),
    company.today - 25,
    setting,
  );
  const by = staffId(company, 'company_leader');
  const at = dayStartMs(company.today - 24) + 9 * HOUR_MS;
  const of = { approvalId, subject: 'POLICY_CHANGE', subjectId, estateId: null } as const;
  const approved = decide(company, { ...of, verdict: 'APPROVED', state: 'APPROVED', version: 2, by, at });
  return [...events, approved, setPolicy(company, by, company.today - 24, setting, approvalId)];
}

/** A change that was submitted, with the state in which its approval stands now. */
export function propose(company: DemoCompany, by: string, day: number, setting: Setting) {
  const at = dayStartMs(day) + 8 * HOUR_MS;
  const { key, estateId, value, reason, effectiveFrom } = setting;
  const subjectId = idOf(company, `proposal/${key}/${estateId ?? ''}`, at);
  const approvalId = idOf(company, `approval/${key}/${estateId ?? ''}`, at);
  const own = { company_id: company.id, estate_id: estateId };
  company.rows.add('policy_proposal', {
    ...own,
    id: subjectId,
    key,
    effective_from: dayText(effectiveFrom),
    value,
    estates_may_override: true,
    reason,
    proposed_at: iso(at),
  });
  const waits = estateId !== null;
  company.rows.add('approval', {
    ...own,
    id: approvalId,
    subject_kind: 'POLICY_CHANGE',
    subject_id: subjectId,
    state: waits ? 'IN_REVIEW' : 'APPROVED',
    awaited_action: waits ? 'policy.review' : null,
    round: 1,
    prepared_by: by,
    prepared_at: iso(at),
    decided_at: waits ? null : iso(dayStartMs(day + 1) + 9 * HOUR_MS),
    version: waits ? 1 : 2,
  });
  const of = { approvalId, subject: 'POLICY_CHANGE', subjectId, estateId } as const;
  const state = estateId === null ? 'IN_APPROVAL' : 'IN_REVIEW';
  const submitted = decide(company, { ...of, verdict: 'SUBMITTED', state, version: 1, by, at });
  return { approvalId, subjectId, events: [submitted] };
}
