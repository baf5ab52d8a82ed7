import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

/** Visits by id; null where the asker may not read them. */
export const visitById = (ctx: RequestContext) =>
  ctx.moment.once(visitById, () =>
    byId((ids) => ctx.moment.read(visitsInReach(ctx).where(sql<boolean>`v.id = any(${ids}::uuid[])`))),
  );

const VISITS = sqlFor
  .selectFrom('owner_visit as v')
  .select(
    columns(
      'v',
      'id',
      'estate_id',
      'unit_id',
      'customer_id',
      'cycle_id',
      'organiser',
      'stage',
      'sampled',
      'drawn_month',
      'assigned_post',
      'mode',
      'visitor_id',
      'visitor_post',
      'appointment_at',
      'visited_at',
      'in_quiet_hours',
      'quiet_hours_reason',
      'unannounced',
      'repeated',
      'by_other_post',
      'counts',
      'signature',
      'satisfaction',
      'submitted_at',
      'reviewed_at',
      'reviewed_by_id',
      'version',
    ),
  );

/** The visits that the asker may read: staff on the estates in reach, residents those to the own occupancies. @rule D-30 */
export function visitsInReach(ctx: RequestContext) {
  const visits = VISITS.where('v.company_id', '=', ctx.asker.companyId);
  if (ctx.asker.kind === 'RESIDENT')
    return visits.where(sql<boolean>`v.occupancy_id = any(${[...ctx.asker.occupancyIds]}::uuid[])`);
  const reach = inReach(ctx, 'visit.read', 'v.estate_id');
  return reach ? visits.where(reach) : visits;
}

export type VisitRow = NonNullable<Awaited<ReturnType<ReturnType<typeof visitById>['load']>>>;
