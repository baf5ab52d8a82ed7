import { defineEntity, p } from '@mikro-orm/core';
import { ATTACHMENT_KINDS } from '../../domain/attachment/attachment-kind.js';
import { ATTACHMENT_PURPOSES } from '../../domain/attachment/attachment-purpose.js';
import { ATTACHMENT_STATES } from '../../domain/attachment/attachment-state.js';
import { ATTACHMENT_SUBJECTS } from '../../domain/attachment/attachment-subject.js';
import { col } from '../columns.js';
import { VISIBILITIES } from '../../domain/visibility.js';
import { fence } from '../fence.js';

/** A file that belongs to something; its bytes lie in the file store under the row's ids and their hash. */
export const AttachmentSchema = defineEntity({
  name: 'Attachment',
  tableName: 'attachment',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    /** The occupancy that the subject was born for. @rule D-30 */
    occupancyId: col.ref().nullable(),
    subjectKind: p.enum(ATTACHMENT_SUBJECTS),
    subjectId: col.ref(),
    kind: p.enum(ATTACHMENT_KINDS),
    purpose: p.enum(ATTACHMENT_PURPOSES),
    visibility: p.enum(VISIBILITIES),
    /** As the uploader called it, made harmless. */
    name: col.text(),
    bytes: col.big(),
    state: p.enum(ATTACHMENT_STATES),
    /** What the bytes are, by themselves. */
    mediaType: col.text().nullable(),
    /** SHA-256 of the bytes, hexadecimal. */
    sha256: col.text().nullable(),
    /** Of a picture as it is shown, in pixels. */
    width: col.int().nullable(),
    height: col.int().nullable(),
    /** Size of the smaller copy, in bytes; null where there is none. */
    thumbnailBytes: col.int().nullable(),
    /** Whose upload it is: only this account's link brings the bytes. */
    accountId: col.ref(),
    actorKind: p.enum(['STAFF', 'RESIDENT', 'INTEGRATION', 'SYSTEM'] as const),
    actorId: col.ref().nullable(),
    createdAt: col.instant(),
    /** Until when the bytes may come. */
    uploadUntil: col.instant(),
    readyAt: col.instant().nullable(),
    /** When the file is removed; null: with its subject. @rule Q-24 */
    keptUntil: col.instant().nullable(),
    version: col.int(),
  },
  checks: [
    {
      name: 'attachment_has_what_its_state_says',
      expression: "(state = 'AWAITED') = (sha256 is null) and (sha256 is null) = (media_type is null)",
    },
  ],
  indexes: [
    { name: 'attachment_company_subject_idx', properties: ['companyId', 'subjectId', 'id'] },
    { name: 'attachment_company_state_idx', properties: ['companyId', 'state', 'uploadUntil'] },
    { name: 'attachment_company_kept_idx', properties: ['companyId', 'keptUntil'] },
  ],
  ...fence('attachment', {
    estate: 'required',
    residentReads: { by: 'occupancy', column: 'occupancy_id', and: "visibility = 'CUSTOMER'" },
    residentWrites: 'occupancy_id',
  }),
});

export class Attachment extends AttachmentSchema.class {}
AttachmentSchema.setClass(Attachment);
