import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import type { CallerMatchRow } from '../contact/caller.js';
import { listBy } from '../list-by.js';
import { visitsInReach, type VisitRow } from './visit-by-id.js';

/** Of households the last visit that took place and the next that is agreed, by their times. */
const lastAndNextOf = (ctx: RequestContext) =>
  ctx.moment.once(lastAndNextOf, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          visitsInReach(ctx)
            .where(sql<boolean>`v.unit_id = any(${[...ids]}::uuid[])`)
            .where(
              sql<boolean>`v.id in (
                select distinct on (x.unit_id, x.visited_at is null) x.id from owner_visit x
                 where x.company_id = ${ctx.asker.companyId} and x.unit_id = any(${[...ids]}::uuid[])
                   and (x.visited_at is not null or x.stage = 'APPOINTED')
                 order by x.unit_id, x.visited_at is null, x.visited_at desc, x.appointment_at, x.id desc)`,
            )
            .orderBy(sql`coalesce(v.visited_at, v.appointment_at)`)
            .orderBy('v.id'),
        ),
      (row) => row.unitId,
    ),
  );

/** The last and the next visit to each unit that a caller's household holds today. */
export async function visitsToMatch(ctx: RequestContext, { occupants }: CallerMatchRow): Promise<VisitRow[]> {
  const units = [...new Set(occupants.map(({ unitId }) => unitId))];
  return (await Promise.all(units.map((id) => lastAndNextOf(ctx).load(id)))).flat();
}
