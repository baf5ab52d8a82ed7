import { KIND_RULES, type AttachmentKind } from '../../../domain/attachment/attachment-kind.js';
import type { AttachmentPurpose } from '../../../domain/attachment/attachment-purpose.js';
import { MOST_ATTACHMENTS, type AttachmentSubject } from '../../../domain/attachment/attachment-subject.js';
import { fileName } from '../../../domain/attachment/file-name.js';
import { invalidInput, limitExceeded } from '../../../domain/errors.js';
import { Attachment } from '../../../entities/attachment/attachment.entity.js';
import type { Visibility } from '../../../domain/visibility.js';
import { newId } from '../../../entities/new-id.js';
import type { CommandContext } from '../../command/command-context.js';
import type { Subject } from './subject.js';

/** How long an upload may be tried again: a day, for phones without a network. */
const UPLOAD_MS = 86_400_000;

/** What a file will be. */
interface FileToCome {
  readonly subjectKind: AttachmentSubject;
  readonly kind: AttachmentKind;
  readonly purpose: AttachmentPurpose;
  /** Size of the file, exactly. */
  readonly bytes: number;
  readonly name: string;
  readonly visibility: Visibility;
}

/**
 * Adds the row of a file whose bytes are to come, for something that the asker may attach to.
 * @throws INVALID_INPUT input.bytes beyond the kind's largest file
 * @throws LIMIT_EXCEEDED when the subject has as many as it may
 */
export async function announceFile(ctx: CommandContext, subject: Subject, file: FileToCome): Promise<Attachment> {
  const { companyId, principal, em, clock } = ctx;
  const { subjectKind, kind, purpose, bytes, visibility } = file;
  const { maxBytes } = KIND_RULES[kind];
  if (bytes < 1 || bytes > maxBytes)
    throw invalidInput('input.bytes', `must lie between 1 and ${maxBytes}`, { max: maxBytes });
  const others = await em.count(Attachment, { companyId, subjectId: subject.id, state: { $ne: 'REMOVED' } });
  if (others >= MOST_ATTACHMENTS)
    throw limitExceeded(`A ${subject.concept} has at most ${MOST_ATTACHMENTS} attachments.`, {
      what: 'attachments',
      limit: MOST_ATTACHMENTS,
    });
  const now = clock.now();
  const attachment = em.create(Attachment, {
    companyId,
    id: newId(),
    estateId: subject.estateId,
    occupancyId: subject.occupancyId,
    subjectKind,
    subjectId: subject.id,
    kind,
    purpose,
    visibility,
    name: fileName(file.name),
    bytes,
    state: 'AWAITED',
    accountId: principal.accountId,
    actorKind: principal.kind,
    actorId: principal.subjectId,
    createdAt: now,
    uploadUntil: new Date(now.getTime() + UPLOAD_MS),
    version: 1,
  });
  em.persist(attachment);
  ctx.record({
    type: 'attachment.ANNOUNCED',
    estateId: subject.estateId,
    subjectKind: 'attachment',
    subjectId: attachment.id,
    subjectVersion: 1,
    occupancyId: subject.occupancyId,
    visibility,
    facts: { of: subject.concept, ofId: subject.id, kind, purpose, bytes },
  });
  return attachment;
}
