import { DomainError } from '../domain/errors.js';
import { encodeCursor } from '../events/cursor.js';
import { runCommand, type CommandInput, type UseCase } from '../services/command/run-command.js';
import type { RequestContext } from '../tenancy/request-context.js';

/**
 * Carries a command out for the asker, then opens a fresh moment for what the client selects below it. A refusal is not
 * kept once a command before it in the document has failed for a moment: repeated, the earlier one may be done and the
 * later one in its right.
 * @returns the use case's result with the cursor of its change
 * @throws UNAUTHENTICATED when nobody is signed in
 */
export async function command<I extends CommandInput, R extends object>(
  ctx: RequestContext,
  useCase: UseCase<I, R>,
  input: I,
): Promise<R & { cursor: string }> {
  const { asker } = ctx;
  await ctx.renew();
  const keepsRefusal = !ctx.hasStumbled;
  const done = await runCommand(ctx.house, asker, useCase, input, { keepsRefusal }).catch((error: unknown) => {
    if (!(error instanceof DomainError) || error.code === 'LIMIT_EXCEEDED') ctx.hasStumbled = true;
    throw error;
  });
  return { ...done, cursor: encodeCursor(asker.companyId, done) };
}
