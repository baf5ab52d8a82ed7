import { forbidden } from '../../../domain/errors.js';
import type { Action } from '../../../domain/identity/action.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * Refuses programs what a person must answer for.
 * @throws FORBIDDEN the action, when no member of staff asks
 */
export function assertPerson(ctx: CommandContext, action: Action): void {
  if (ctx.principal.kind !== 'STAFF') throw forbidden(action);
}
