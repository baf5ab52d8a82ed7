import { invalidInput } from '../../../domain/errors.js';
import { assertOwed, fulfilledState } from '../../../domain/obligation/obligation-state.js';
import type { Obligation } from '../../../entities/obligation/obligation.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { settle } from './settle.js';

/**
 * Has an obligation fulfilled, in time or late by the instant at which it was done. One that was missed and had been
 * done in time, as it turns out later, is FULFILLED; `missedAt` still says what was announced.
 * @throws CONFLICT when it is settled already
 * @throws INVALID_INPUT when it was done before it was owed
 */
export function fulfil(ctx: CommandContext, obligation: Obligation, doneAt: Date): void {
  assertOwed(obligation.state);
  if (doneAt < obligation.owedSince)
    throw invalidInput('input.occurredAt', 'lies before it was owed', {
      earliest: obligation.owedSince.toISOString(),
    });
  settle(ctx, obligation, fulfilledState(doneAt, obligation.dueAt), 'FULFILLED', doneAt);
}
