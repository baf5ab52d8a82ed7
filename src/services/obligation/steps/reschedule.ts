import type { Obligation } from '../../../entities/obligation/obligation.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { recordObligationEvent } from './record-obligation-event.js';

/**
 * Has what is open due at another instant, because what it waits for has moved at `at`. Who calls has seen that it is
 * open.
 */
export function reschedule(ctx: CommandContext, obligation: Obligation, dueAt: Date, at: Date): void {
  if (dueAt.getTime() === obligation.dueAt.getTime()) return;
  obligation.dueAt = dueAt;
  obligation.version += 1;
  ctx.setTimer('OBLIGATION_DUE', obligation.id, dueAt);
  recordObligationEvent(ctx, obligation, 'RESCHEDULED', at);
}
