import { defineEntity, p } from '@mikro-orm/core';
import { SIGNATURE_MODES } from '../../domain/signature/signature-mode.js';
import { SIGNERS } from '../../domain/signature/signer.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** That somebody has signed a certain content, or why not. Never changed; another content needs another. */
export const SignatureSchema = defineEntity({
  name: 'Signature',
  tableName: 'signature',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    /** The occupancy that the subject was born for. @rule D-30 */
    occupancyId: col.ref().nullable(),
    subjectKind: p.enum(['TICKET'] as const),
    subjectId: col.ref(),
    signer: p.enum(SIGNERS),
    mode: p.enum(SIGNATURE_MODES),
    /** SHA-256 of what was signed, or was to be signed; hexadecimal. */
    contentHash: col.text(),
    /** What shows it: the drawn signature or the paper. */
    attachmentId: col.ref().nullable(),
    signerName: col.text().nullable(),
    /** What it was drawn on, as the app calls it. */
    device: col.text().nullable(),
    /** Why nobody has signed; for staff only. */
    reason: col.text().nullable(),
    signedAt: col.instant(),
    recordedAt: col.instant(),
    /** Whether a head signed another order within the minute before. @rule D-27 */
    inBulk: col.flag().default(false),
    actorKind: p.enum(['STAFF', 'RESIDENT', 'INTEGRATION', 'SYSTEM'] as const),
    actorId: col.ref().nullable(),
  },
  checks: [
    {
      name: 'signature_missing_with_reason',
      expression: "(mode in ('REFUSED', 'ABSENT')) = (reason is not null)",
    },
    {
      name: 'signature_shown_where_drawn',
      expression: "(mode in ('PHONE', 'LINK', 'PAPER')) = (attachment_id is not null)",
    },
  ],
  uniques: [{ name: 'signature_company_attachment_key', properties: ['companyId', 'attachmentId'] }],
  indexes: [
    { name: 'signature_company_subject_idx', properties: ['companyId', 'subjectId', 'id'] },
    {
      name: 'signature_company_head_idx',
      properties: ['companyId', 'actorId', 'signedAt'],
      expression: `create index "signature_company_head_idx" on "signature" ("company_id", "actor_id", "signed_at") where signer = 'DEPARTMENT_HEAD'`,
    },
  ],
  ...fence('signature', {
    estate: 'required',
    residentReads: { by: 'occupancy', column: 'occupancy_id' },
    residentWrites: 'occupancy_id',
  }),
});

export class Signature extends SignatureSchema.class {}
SignatureSchema.setClass(Signature);
