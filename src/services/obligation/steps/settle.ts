import type { ObligationState } from '../../../domain/obligation/obligation-state.js';
import type { Obligation } from '../../../entities/obligation/obligation.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { recordObligationEvent } from './record-obligation-event.js';

/** Ends an obligation in a state; who calls has decided that it may. */
export function settle(
  ctx: CommandContext,
  obligation: Obligation,
  state: Exclude<ObligationState, 'OPEN' | 'MISSED'>,
  type: 'FULFILLED' | 'WAIVED' | 'LAPSED',
  at: Date,
): void {
  const { kind, subjectId } = ctx.principal;
  obligation.state = state;
  obligation.settledAt = at;
  obligation.settledById = kind === 'STAFF' || kind === 'INTEGRATION' ? subjectId : null;
  obligation.version += 1;
  ctx.cancelTimer('OBLIGATION_DUE', obligation.id);
  recordObligationEvent(ctx, obligation, type, at);
}
