import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { calendarDays } from '../../loaders/calendar/calendar-days.js';
import { addDays } from '../../domain/calendar/calendar-day.js';
import { CalendarDayPayloadType } from '../../schema/calendar/calendar-day-payload.type.js';
import { CalendarDayType } from '../../schema/calendar/calendar-day.type.js';
import { DeclareCalendarDayInput } from '../../schema/calendar/declare-calendar-day.input.js';
import { WithdrawCalendarDayInput } from '../../schema/calendar/withdraw-calendar-day.input.js';
import { LocalDate } from '../../schema/scalars.js';
import { declareCalendarDay } from '../../services/calendar/declare-calendar-day.js';
import type { CalendarChanged } from '../../services/calendar/steps/say-of-day.js';
import { withdrawCalendarDay } from '../../services/calendar/withdraw-calendar-day.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** The working calendar: how days count, and what is declared of them. */
@Resolver()
export class CalendarResolver {
  @Query(() => [CalendarDayType], {
    description:
      'How the days of [from, to) count for an estate, and when its desk is staffed (Q-16, D-08); at most 366 days. Needs `calendar.read`.',
  })
  calendarDays(
    @Ctx() ctx: RequestContext,
    @Arg('from', () => LocalDate, { description: 'The first day.' }) from: string,
    @Arg('to', () => LocalDate, { description: 'The first day after the last.' }) to: string,
    @Arg('estateId', () => ID, { nullable: true, description: 'The estate; the company as such where none is named.' })
    estateId: string | null,
  ) {
    return calendarDays(ctx, estateId, from, to);
  }

  @Mutation(() => CalendarDayPayloadType, {
    nullable: true,
    description:
      "Declares a day working or free (Q-16). Needs `calendar.manage` on the estate, or on all for the company's own.",
  })
  async declareCalendarDay(
    @Arg('input', () => DeclareCalendarDayInput, { description: 'The day.' }) input: DeclareCalendarDayInput,
    @Ctx() ctx: RequestContext,
  ) {
    return shown(ctx, await command(ctx, declareCalendarDay, input));
  }

  @Mutation(() => CalendarDayPayloadType, {
    nullable: true,
    description:
      "Takes a declared day back (Q-16). Needs `calendar.manage` on the estate, or on all for the company's own.",
  })
  async withdrawCalendarDay(
    @Arg('input', () => WithdrawCalendarDayInput, { description: 'Which day.' }) input: WithdrawCalendarDayInput,
    @Ctx() ctx: RequestContext,
  ) {
    return shown(ctx, await command(ctx, withdrawCalendarDay, input));
  }
}

/** The changed day as it counts now. */
async function shown(ctx: RequestContext, done: CalendarChanged & { readonly cursor: string }) {
  const [day] = await calendarDays(ctx, done.estateId, done.day, addDays(done.day, 1));
  return { ...done, day };
}
