import { invalidInput, notFound } from '../../../domain/errors.js';
import { Attachment } from '../../../entities/attachment/attachment.entity.js';
import type { DunningCase } from '../../../entities/dunning/dunning-case.entity.js';
import { DunningEvidence } from '../../../entities/dunning/dunning-evidence.entity.js';
import { newId } from '../../../entities/new-id.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';

/** What a file proves. */
type Proven = { readonly stepId: string } | { readonly serviceId: string };

/**
 * Has files of a case prove a step or a service. They were added to the case before, and are there.
 * @rule R-DUN-12
 * @throws NOT_FOUND attachment, or one of something else
 * @throws INVALID_INPUT for a file that has not come yet
 */
export async function attachEvidence(
  ctx: CommandContext,
  { id: caseId, estateId }: DunningCase,
  proven: Proven,
  attachmentIds: readonly string[] | null | undefined,
): Promise<void> {
  const ids = [...new Set(attachmentIds ?? [])];
  if (ids.length > 0) await ctx.em.flush();
  for (const [i, id] of ids.entries()) {
    const file = await findRow(ctx, Attachment, 'attachment', id);
    if (file.subjectKind !== 'DUNNING_CASE' || file.subjectId !== caseId) throw notFound('attachment');
    if (file.state !== 'READY') throw invalidInput(`input.attachmentIds.${i}`, 'has not come yet');
    ctx.em.create(DunningEvidence, {
      ...{ companyId: ctx.companyId, id: newId(), estateId, caseId, attachmentId: file.id },
      ...{
        stepId: 'stepId' in proven ? proven.stepId : null,
        serviceId: 'serviceId' in proven ? proven.serviceId : null,
      },
    });
  }
}
