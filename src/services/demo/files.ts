import { keptUntil, type AttachmentKind } from '../../domain/attachment/attachment-kind.js';
import type { AttachmentPurpose } from '../../domain/attachment/attachment-purpose.js';
import type { Currency } from '../../domain/money/money.js';
import { policyOf } from '../../domain/policy/policies.js';
import { repairContent } from '../../domain/ticket/repair-content.js';
import { originalKey, thumbnailKey } from '../../tenancy/files/file-key.js';
import { contentHash } from '../../tenancy/signing/content-hash.js';
import type { DemoPicture } from './album.js';
import type { DemoCompany, DemoOccupancy } from './demo-company.js';
import type { Row } from './demo-rows.js';
import type { PastEvent } from './repairs.js';
import type { DemoTeam } from './staffing.js';

/** Seconds between a step and the photo of it. */
const SHOWN_AFTER_MS = 30_000;
const DAY_MS = 86_400_000;

/** A repair of the past, and the events of its steps. */
interface Past {
  readonly ticket: Row;
  readonly started: PastEvent;
  readonly completed: PastEvent;
  readonly signed: PastEvent;
}

/**
 * Photos before and after, and signatures, of some repairs of an estate that were signed in a home, residents with a login
 * first: a page of the album each, and of one more that the customer was absent. @rule R-RPR-11 @rule R-RPR-12 @rule D-05
 * @returns what the history tells of them
 */
export function addFiles(
  company: DemoCompany,
  events: readonly PastEvent[],
  team: DemoTeam,
  residents: ReadonlySet<DemoOccupancy>,
): PastEvent[] {
  const known = new Set([...residents].map((held) => held.id));
  const past = signedRepairs(company, events).sort(
    (a, b) => Number(known.has(String(b.ticket['occupancy_id']))) - Number(known.has(String(a.ticket['occupancy_id']))),
  );
  const told = company.album.flatMap((page, i) => {
    const repair = past[i];
    if (!repair) return [];
    const { started, completed, signed } = repair;
    const before = addFile(company, repair, page.before, ['PHOTO', 'BEFORE', '维修前.jpg'], started, SHOWN_AFTER_MS);
    const after = addFile(company, repair, page.after, ['PHOTO', 'AFTER', '维修后.jpg'], completed, SHOWN_AFTER_MS);
    const drawn = ['SIGNATURE', 'SIGNATURE', 'signature'] as const;
    const toSign = signed.occurredMs - completed.recordedMs - SHOWN_AFTER_MS;
    const signature = addFile(company, repair, page.signature, drawn, completed, toSign);
    sign(company, repair, 'CUSTOMER', {
      mode: 'PHONE',
      attachment_id: signature.id,
      signer_name: repair.ticket['contact_name'],
      device: 'Android',
      actor_id: repair.ticket['assignee_id'],
    });
    sign(company, repair, 'DEPARTMENT_HEAD', { mode: 'ACCOUNT', actor_id: team.engineeringHead });
    return [before.event, after.event, signature.event];
  });
  const absent = past[company.album.length];
  if (absent) {
    sign(company, absent, 'CUSTOMER', {
      mode: 'ABSENT',
      reason: '客户外出，电话确认完工',
      actor_id: absent.ticket['assignee_id'],
    });
    sign(company, absent, 'DEPARTMENT_HEAD', { mode: 'ACCOUNT', actor_id: team.engineeringHead });
  }
  return told;
}

function signedRepairs({ rows }: DemoCompany, events: readonly PastEvent[]): Past[] {
  const tickets = new Map(rows.of('ticket').map((ticket) => [ticket['id'], ticket]));
  const last = new Map<string, PastEvent>();
  for (const event of events) last.set(`${String(event.row['subject_id'])} ${String(event.row['type'])}`, event);
  return [...last.values()].flatMap((signed) => {
    if (signed.row['type'] !== 'ticket.REPAIR_SIGNED') return [];
    const id = String(signed.row['subject_id']);
    const [ticket, started, completed] = [
      tickets.get(id),
      last.get(`${id} ticket.REPAIR_STARTED`),
      last.get(`${id} ticket.REPAIR_COMPLETED`),
    ];
    return ticket?.['occupancy_id'] && started && completed ? [{ ticket, started, completed, signed }] : [];
  });
}

/** A file that the technician added so long after a step. */
function addFile(
  { id: companyId, rows, files, random }: DemoCompany,
  { ticket }: Past,
  { body, copy, sha256, ...picture }: DemoPicture,
  [kind, purpose, name]: readonly [AttachmentKind, AttachmentPurpose, string],
  step: PastEvent,
  afterMs: number,
): { readonly id: string; readonly event: PastEvent } {
  const at = step.recordedMs + afterMs;
  const [id, iso] = [random.id(at), new Date(at).toISOString()];
  const technicianId = ticket['assignee_id'];
  rows.add('attachment', {
    company_id: companyId,
    id,
    estate_id: ticket['estate_id'],
    occupancy_id: ticket['occupancy_id'],
    subject_kind: 'TICKET',
    subject_id: ticket['id'],
    kind,
    purpose,
    visibility: 'CUSTOMER',
    name,
    bytes: body.length,
    state: 'READY',
    media_type: picture.mediaType,
    sha256,
    width: picture.width,
    height: picture.height,
    thumbnail_bytes: copy.length,
    account_id: rows.of('account').find((account) => account['staff_id'] === technicianId)?.['id'],
    actor_kind: 'STAFF',
    actor_id: technicianId,
    created_at: iso,
    upload_until: new Date(at + DAY_MS).toISOString(),
    ready_at: iso,
    kept_until: keptUntil(kind, new Date(at), policyOf('Q-24').default.repairs)?.toISOString() ?? null,
    version: 3,
  });
  const of = { companyId, id, sha256 };
  files.push({ key: originalKey(of), mediaType: picture.mediaType, body });
  files.push({ key: thumbnailKey(of), mediaType: 'image/webp', body: copy });
  const facts = { ...(step.row['facts'] as Row), attachmentId: id, attachmentKind: kind, purpose, sha256 };
  const row = { ...step.row, type: 'ticket.ATTACHMENT_ADDED', facts };
  return { id, event: { row, occurredMs: at, recordedMs: at } };
}

function sign(
  { id: companyId, rows, random }: DemoCompany,
  { ticket, signed }: Past,
  signer: 'CUSTOMER' | 'DEPARTMENT_HEAD',
  how: Row,
): void {
  const instant = (name: string): Date | null => (ticket[name] ? new Date(ticket[name] as string) : null);
  const content = repairContent({
    number: String(ticket['number']),
    unitId: ticket['unit_id'] as string | null,
    subject: String(ticket['subject']),
    description: (ticket['description'] ?? null) as string | null,
    assigneeId: ticket['assignee_id'] as string | null,
    visits: Number(ticket['visits']),
    chargeMinor: (ticket['charge_minor'] ?? null) as number | null,
    chargeCurrency: (ticket['charge_currency'] ?? null) as Currency | null,
    reportedAt: new Date(String(ticket['reported_at'])),
    startedAt: instant('started_at'),
    completedAt: instant('completed_at'),
  });
  const at = new Date(signed.occurredMs).toISOString();
  rows.add('signature', {
    company_id: companyId,
    id: random.id(signed.occurredMs),
    estate_id: ticket['estate_id'],
    occupancy_id: ticket['occupancy_id'],
    subject_kind: 'TICKET',
    subject_id: ticket['id'],
    signer,
    content_hash: contentHash(content),
    attachment_id: null,
    signer_name: null,
    device: null,
    reason: null,
    signed_at: at,
    recorded_at: new Date(signed.recordedMs).toISOString(),
    actor_kind: 'STAFF',
    ...how,
  });
}
