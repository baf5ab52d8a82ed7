import { dayStartMs, dayText } from '../../domain/demo/demo-days.js';
import type { DemoCompany } from './demo-company.js';
import { setPolicy, type Setting } from './policy-versions.js';
import type { PastEvent } from './repairs.js';
import { idOf, iso, pastEvent } from './rule-event.js';
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
  const approved = decide(company, { approvalId, subjectId, estateId: null, verdict: 'APPROVED', version: 2, by, at });
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
  const submitted = { approvalId, subjectId, estateId, verdict: 'SUBMITTED', version: 1, by, at };
  return { approvalId, subjectId, events: [decide(company, submitted)] };
}

interface Decision {
  readonly approvalId: string;
  readonly subjectId: string;
  readonly estateId: string | null;
  readonly verdict: string;
  readonly version: number;
  readonly by: string;
  readonly at: number;
}

function decide(company: DemoCompany, decision: Decision): PastEvent {
  const { approvalId, subjectId, estateId, verdict, version, by, at } = decision;
  company.rows.add('approval_decision', {
    company_id: company.id,
    id: idOf(company, `decision/${approvalId}/${version}`, at),
    approval_id: approvalId,
    estate_id: estateId,
    version,
    round: 1,
    verdict,
    subject_id: subjectId,
    decided_by: by,
    on_behalf_of: null,
    reason: null,
    decided_at: iso(at),
  });
  const state = verdict === 'APPROVED' ? 'APPROVED' : estateId === null ? 'IN_APPROVAL' : 'IN_REVIEW';
  const facts = { kind: 'POLICY_CHANGE', subject: subjectId, round: 1, state, onBehalfOf: null };
  const type = `approval.${verdict}`;
  return pastEvent(company, { type, estateId, kind: 'approval', id: approvalId, version, by, at, facts });
}
