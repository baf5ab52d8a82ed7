import { keptUntil } from '../../domain/attachment/attachment-kind.js';
import { isImage } from '../../domain/attachment/media-type.js';
import { conflict } from '../../domain/errors.js';
import { yearsToKeep } from '../../domain/privacy/retention.js';
import { Attachment } from '../../entities/attachment/attachment.entity.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { subjectFor } from './steps/subject.js';

/** Bytes that lie in the store. */
export interface ReceivedUpload extends CommandInput {
  readonly attachmentId: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly width: number | null;
  readonly height: number | null;
}

/**
 * Makes an announced file visible, once its bytes lie in the store; of a picture a job then makes the smaller copy. The
 * same bytes twice are one effect.
 * Needs `attachment.add` on the subject's estate, still.
 * @throws NOT_FOUND when the fence no longer shows the row or its subject
 * @throws CONFLICT when it has other bytes already, or was removed
 */
export async function receiveUpload(
  ctx: CommandContext,
  { attachmentId, ...input }: ReceivedUpload,
): Promise<{ readonly attachmentId: string }> {
  const attachment = await ctx.load(Attachment, 'attachment', attachmentId);
  const subject = await subjectFor(ctx, 'attachment.add', attachment.subjectKind, attachment.subjectId);
  if (attachment.state === 'READY' && attachment.sha256 === input.sha256) return { attachmentId };
  if (attachment.state !== 'AWAITED') throw conflict('Other bytes came before.', { what: 'attachment' });
  const now = ctx.clock.now();
  const { estateId } = subject;
  const terms = await policyInForce(ctx, 'Q-24', estateId, await dayAt(ctx, estateId, now));
  attachment.state = 'READY';
  attachment.sha256 = input.sha256;
  attachment.mediaType = input.mediaType;
  attachment.width = input.width;
  attachment.height = input.height;
  attachment.readyAt = now;
  const years = subject.recordKind === null ? null : yearsToKeep(subject.recordKind, terms);
  attachment.keptUntil = keptUntil(attachment.kind, now, years);
  attachment.version += 1;
  if (isImage(input.mediaType)) ctx.enqueue('copy-image', attachmentId);
  const { kind, purpose } = attachment;
  ctx.record({
    type: `${subject.concept}.ATTACHMENT_ADDED`,
    estateId: attachment.estateId,
    subjectKind: subject.concept,
    subjectId: subject.id,
    subjectVersion: subject.version,
    occupancyId: attachment.occupancyId,
    visibility: attachment.visibility,
    facts: { ...subject.facts, attachmentId, attachmentKind: kind, purpose, sha256: input.sha256 },
  });
  return { attachmentId };
}
