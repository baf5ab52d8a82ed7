import { assertDeclarable } from '../../../domain/calendar/declared-day.js';
import { assertMayDiffer } from '../../../domain/policy/setting-change.js';
import { CalendarDay } from '../../../entities/calendar/calendar-day.entity.js';
import { newId } from '../../../entities/new-id.js';
import { Estate } from '../../../entities/place/estate.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';
import { policyBookOf } from '../../policy/steps/policy-in-force.js';
import { dayAt } from './zone-of.js';

/** What is said of a day. */
interface Said {
  /** Null takes back what was said before. */
  readonly working: boolean | null;
  readonly name: string;
}

/** What a change of the calendar answers. */
export interface CalendarChanged {
  readonly estateId: string | null;
  readonly day: string;
}

/**
 * Writes what is said of a day now, behind what was said of it before: `say` decides by the last version, null when it
 * is taken back or there was none. Needs `calendar.manage` on the estate, or on all for the company's own.
 * @rule Q-16
 * @throws NOT_FOUND estate
 * @throws FORBIDDEN calendar.manage
 * @throws INVALID_INPUT when the day lies in the past
 * @throws RULE_REFUSED Q-16 when the company lets no estate differ in the calendar
 */
export async function sayOfDay(
  ctx: CommandContext,
  of: { readonly estateId?: string | null; readonly day: string },
  say: (last: CalendarDay | null) => Said,
): Promise<CalendarChanged> {
  const { companyId } = ctx;
  const { day } = of;
  const estateId = of.estateId == null ? null : (await findRow(ctx, Estate, 'estate', of.estateId)).id;
  authorizeOn(ctx.principal, 'calendar.manage', estateId);
  assertDeclarable(day, await dayAt(ctx, estateId, ctx.clock.now()));
  assertMayDiffer(await policyBookOf(ctx, estateId), 'Q-16', estateId, day);
  await ctx.em.execute(`select pg_advisory_xact_lock(hashtextextended('calendar ' || ? || ' ' || ?, 0))`, [
    estateId ?? companyId,
    day,
  ]);
  const [last] = await ctx.em.find(
    CalendarDay,
    { companyId, estateId, day },
    { orderBy: { version: 'desc' }, limit: 1 },
  );
  const { working, name } = say(last?.working == null ? null : last);
  const stored = ctx.em.create(CalendarDay, {
    companyId,
    id: newId(),
    estateId,
    day,
    version: (last?.version ?? 0) + 1,
    working,
    name,
    setBy: ctx.principal.subjectId,
    setAt: ctx.clock.now(),
  });
  ctx.record({
    type: working === null ? 'calendar.DAY_WITHDRAWN' : 'calendar.DAY_DECLARED',
    estateId,
    subjectKind: 'calendarDay',
    subjectId: stored.id,
    subjectVersion: stored.version,
    visibility: 'INTERNAL',
    facts: { day, working },
  });
  return { estateId, day };
}
