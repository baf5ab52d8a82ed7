import { nextLetterStage } from '../../domain/liaison-letter/letter-stage.js';
import { localDay } from '../../domain/place/local-day.js';
import { LiaisonLetter } from '../../entities/liaison-letter/liaison-letter.entity.js';
import { newId } from '../../entities/new-id.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { numberRow } from '../numbering/steps/number-row.js';
import { findRow } from '../place/steps/find-row.js';
import { findLetterSource, type NamedLetterSource } from './steps/find-letter-source.js';
import { recordLetterEvent, type LetterResult } from './steps/record-letter-event.js';

interface DraftLiaisonLetter extends CommandInput, NamedLetterSource {
  readonly estateId: string;
  readonly subject: string;
  readonly matter: string;
  readonly proposal?: string | null;
}

/**
 * Writes down what the centre cannot solve, and what it would do. The letter has the next number of its estate and year. Needs
 * `letter.draft` on the estate.
 * @rule R-ESC-01 @rule R-VIS-20
 * @throws NOT_FOUND estate or source
 */
export async function draftLiaisonLetter(ctx: CommandContext, input: DraftLiaisonLetter): Promise<LetterResult> {
  const estate = await findRow(ctx, Estate, 'estate', input.estateId);
  authorizeOn(ctx.principal, 'letter.draft', estate.id);
  const { sourceKind, subject, matter, proposal = null } = input;
  const [id, now] = [newId(), ctx.clock.now()];
  const letter = ctx.em.create(LiaisonLetter, {
    ...{ companyId: ctx.companyId, id, estateId: estate.id, number: id, stage: nextLetterStage('draft', null) },
    ...{ sourceKind, sourceId: await findLetterSource(ctx, estate.id, input), subject, matter, proposal },
    ...{ draftedById: ctx.principal.subjectId, draftedAt: now, disputes: 0, version: 1 },
  });
  const day = localDay(now, estate.timeZone);
  await numberRow(ctx, { table: 'liaison_letter', id, subject: 'LIAISON_LETTER', estate, day });
  return recordLetterEvent(ctx, letter, 'DRAFTED');
}
