import { invalidInput, notFound } from '../../../domain/errors.js';
import type { LetterSource } from '../../../domain/liaison-letter/letter-source.js';
import { VisitSummary } from '../../../entities/owner-visit/visit-summary.entity.js';
import { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';

/** What a letter is about, as an input names it. */
export interface NamedLetterSource {
  readonly sourceKind: LetterSource;
  readonly sourceId?: string | null;
}

/**
 * The id of what a letter of an estate is about; null for something else.
 * @throws NOT_FOUND when it is unknown, of another kind, of another estate or behind the fence
 * @throws INVALID_INPUT for an id of something else
 * @rule R-ESC-01 @rule R-VIS-20
 */
export async function findLetterSource(
  ctx: CommandContext,
  estateId: string,
  { sourceKind, sourceId }: NamedLetterSource,
): Promise<string | null> {
  if (sourceKind === 'OTHER') {
    if (sourceId != null) throw invalidInput('input.sourceId', 'is left out for something else');
    return null;
  }
  const id = sourceId ?? '';
  const found =
    sourceKind === 'VISIT_SUMMARY'
      ? await findRow(ctx, VisitSummary, 'source', id)
      : await findTicket(ctx, sourceKind, id);
  if (found.estateId !== estateId) throw notFound('source');
  return found.id;
}

async function findTicket(ctx: CommandContext, kind: 'COMPLAINT' | 'REPAIR', id: string): Promise<Ticket> {
  const ticket = await findRow(ctx, Ticket, 'source', id);
  if (ticket.kind !== kind) throw notFound('source');
  return ticket;
}
