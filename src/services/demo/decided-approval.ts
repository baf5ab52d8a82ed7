import type { ApprovalSubjectKind } from '../../domain/approval/approval-route.js';
import type { DemoCompany } from './demo-company.js';
import type { PastEvent } from './repairs.js';
import { idOf, iso, pastEvent } from './rule-event.js';

/** What was decided about something that was submitted for approval, at its version. */
interface Decision {
  readonly approvalId: string;
  readonly subject: ApprovalSubjectKind;
  readonly subjectId: string;
  readonly estateId: string | null;
  readonly verdict: 'SUBMITTED' | 'APPROVED';
  /** In which the approval stands from then on. */
  readonly state: 'IN_REVIEW' | 'IN_APPROVAL' | 'APPROVED';
  readonly version: number;
  readonly by: string;
  readonly at: number;
}

/** A line of an approval's history, and the event of it. @rule R-ORG-68 */
export function decide(company: DemoCompany, decision: Decision): PastEvent {
  const { approvalId, subject, subjectId, estateId, verdict, state, version, by, at } = decision;
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
  const facts = { kind: subject, subject: subjectId, round: 1, state, onBehalfOf: null };
  const type = `approval.${verdict}`;
  return pastEvent(company, { type, estateId, kind: 'approval', id: approvalId, version, by, at, facts });
}
