import { KIND_RULES, type AttachmentKind } from '../../domain/attachment/attachment-kind.js';
import type { AttachmentPurpose } from '../../domain/attachment/attachment-purpose.js';
import type { AttachmentSubject } from '../../domain/attachment/attachment-subject.js';
import { invalidInput } from '../../domain/errors.js';
import type { Visibility } from '../../domain/visibility.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { announceFile } from './steps/announce-file.js';
import { subjectFor } from './steps/subject.js';

interface RequestUpload extends CommandInput {
  readonly subjectKind: AttachmentSubject;
  readonly subjectId: string;
  readonly kind: AttachmentKind;
  readonly purpose: AttachmentPurpose;
  /** Size of the file, exactly. */
  readonly bytes: number;
  readonly name: string;
  /** INTERNAL where nothing is said; what residents add is for CUSTOMER. */
  readonly visibility?: Visibility | null;
}

/**
 * Announces a file: the row waits for its bytes, which the asker then sends to the link of the row. Needs
 * `attachment.add` on the subject's estate; a resident adds to what belongs to own occupancies, and only what customers
 * may see.
 * @rule D-30
 * @throws NOT_FOUND when the fence does not show the subject
 * @throws INVALID_INPUT input.bytes beyond the kind's largest file; input.kind or input.visibility not for residents
 * @throws LIMIT_EXCEEDED when the subject has as many as it may
 */
export async function requestUpload(
  ctx: CommandContext,
  input: RequestUpload,
): Promise<{ readonly attachmentId: string }> {
  const subject = await subjectFor(ctx, 'attachment.add', input.subjectKind, input.subjectId);
  const resident = ctx.principal.kind === 'RESIDENT';
  const { forResidents } = KIND_RULES[input.kind];
  if (resident && !forResidents) throw invalidInput('input.kind', 'is not for residents');
  const visibility = input.visibility ?? (resident ? 'CUSTOMER' : 'INTERNAL');
  if (visibility === 'CUSTOMER' ? !forResidents : resident)
    throw invalidInput('input.visibility', `must be ${forResidents ? 'CUSTOMER' : 'INTERNAL'} here`);
  const { id } = await announceFile(ctx, subject, { ...input, visibility });
  return { attachmentId: id };
}
