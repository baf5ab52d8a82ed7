import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { sayOfDay, type CalendarChanged } from './steps/say-of-day.js';

interface DeclareCalendarDay extends CommandInput {
  /** Null: for all estates of the company. */
  readonly estateId?: string | null;
  readonly day: string;
  readonly working: boolean;
  readonly name: string;
}

/**
 * Declares a day working or free, for the company or for one estate, over what the state or the weekday says. Said
 * again, the later word holds. Needs `calendar.manage`.
 * @rule Q-16
 * @throws NOT_FOUND estate
 * @throws FORBIDDEN calendar.manage on the estate, or on all for the company's own
 * @throws INVALID_INPUT when the day lies in the past
 * @throws RULE_REFUSED Q-16 when the company lets no estate differ in the calendar
 */
export async function declareCalendarDay(ctx: CommandContext, input: DeclareCalendarDay): Promise<CalendarChanged> {
  return sayOfDay(ctx, input, () => ({ working: input.working, name: input.name }));
}
