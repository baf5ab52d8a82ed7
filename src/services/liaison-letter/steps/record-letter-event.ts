import type { LiaisonLetter } from '../../../entities/liaison-letter/liaison-letter.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** What every command on letters answers. */
export interface LetterResult {
  readonly letterId: string;
  readonly version: number;
}

/** What can become of a letter. */
type LetterHappening = 'DRAFTED' | 'REVISED' | 'SENT' | 'PASSED' | 'ANSWERED' | 'DISPUTED' | 'CLOSED' | 'WITHDRAWN';

/** Tells what became of a letter, under the version that it now has; never its words. */
export function recordLetterEvent(
  ctx: CommandContext,
  letter: LiaisonLetter,
  type: LetterHappening,
  occurredAt: Date = ctx.clock.now(),
): LetterResult {
  const { stage, sourceKind, sourceId, draftedById, dueAt, departmentId, disputes } = letter;
  ctx.record({
    type: `liaisonLetter.${type}`,
    estateId: letter.estateId,
    subjectKind: 'liaisonLetter',
    subjectId: letter.id,
    subjectVersion: letter.version,
    visibility: 'INTERNAL',
    occurredAt,
    facts: {
      ...{ stage, sourceKind, sourceId: sourceId ?? null, draftedById, disputes },
      dueAt: dueAt?.toISOString() ?? null,
      departmentId: departmentId ?? null,
    },
  });
  return { letterId: letter.id, version: letter.version };
}
