import type { ObligationKind } from '../../../domain/obligation/obligation-kind.js';
import type { CommandContext } from '../../command/command-context.js';
import { fulfil } from './fulfil.js';
import { lapse } from './lapse.js';
import { owedFor } from './owed-for.js';

/**
 * Has everything of some kinds that was owed for a subject done by a deed; what became owed only after it, as late
 * entries show, lapses.
 */
export async function fulfilOwed(
  ctx: CommandContext,
  kinds: readonly ObligationKind[],
  subjectId: string,
  doneAt: Date,
): Promise<void> {
  for (const obligation of await owedFor(ctx, kinds, subjectId))
    if (obligation.owedSince <= doneAt) fulfil(ctx, obligation, doneAt);
    else lapse(ctx, [obligation], ctx.clock.now());
}
