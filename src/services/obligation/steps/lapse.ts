import { isOwed } from '../../../domain/obligation/obligation-state.js';
import type { Obligation } from '../../../entities/obligation/obligation.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { settle } from './settle.js';

/** Has what is owed lapse, because what it was owed for is gone; what is settled stays as it is. */
export function lapse(ctx: CommandContext, obligations: readonly Obligation[], at: Date): void {
  for (const obligation of obligations) if (isOwed(obligation.state)) settle(ctx, obligation, 'LAPSED', 'LAPSED', at);
}
