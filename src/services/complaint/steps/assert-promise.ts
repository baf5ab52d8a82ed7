import { invalidInput } from '../../../domain/errors.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * When the customer was promised to hear next: an intention, so never in the past.
 * @rule R-CMP-24
 * @throws INVALID_INPUT when it lies in the past, or what ends the matter promises more
 */
export function assertPromise(ctx: CommandContext, dueAt: Date | null, ends: boolean): Date | null {
  if (dueAt === null) return null;
  if (ends) throw invalidInput('input.nextReplyDueAt', 'a final reply promises no further one');
  if (dueAt.getTime() <= ctx.clock.now().getTime())
    throw invalidInput('input.nextReplyDueAt', 'must lie in the future');
  return dueAt;
}
