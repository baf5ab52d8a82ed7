import { notFound } from '../../domain/errors.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { sayOfDay, type CalendarChanged } from './steps/say-of-day.js';

interface WithdrawCalendarDay extends CommandInput {
  /** Null: the company's. */
  readonly estateId?: string | null;
  readonly day: string;
}

/**
 * Takes back what the company, or the estate, has declared of a day: the state or the weekday decides again. Needs
 * `calendar.manage`.
 * @rule Q-16
 * @throws NOT_FOUND estate, or calendar day when nothing is declared there
 * @throws FORBIDDEN calendar.manage on the estate, or on all for the company's own
 * @throws INVALID_INPUT when the day lies in the past
 * @throws RULE_REFUSED Q-16 when the company lets no estate differ in the calendar
 */
export async function withdrawCalendarDay(ctx: CommandContext, input: WithdrawCalendarDay): Promise<CalendarChanged> {
  return sayOfDay(ctx, input, (last) => {
    if (!last) throw notFound('calendar day');
    return { working: null, name: last.name };
  });
}
