import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { conflict } from '../../../domain/errors.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * Writes what is pending.
 * @throws CONFLICT when the code or name of the new `what` is taken
 */
export async function flushUnique(ctx: CommandContext, what: string): Promise<void> {
  try {
    await ctx.em.flush();
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) throw conflict(`Such a ${what} exists already.`, { what });
    throw error;
  }
}
