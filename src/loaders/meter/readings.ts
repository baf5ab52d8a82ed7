import { sql } from 'kysely';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';
import { wantedEstates } from '../wanted.js';

const READINGS = sqlFor
  .selectFrom('meter_reading as r')
  .select(
    columns(
      'r',
      'id',
      'estate_id',
      'meter_id',
      'unit_id',
      'kind',
      'read_on',
      'how',
      'value_milli',
      'turns',
      'state',
      'hold_reasons',
      'recorded_by',
      'recorded_at',
      'read_at',
      'decided_by',
      'decided_at',
      'version',
    ),
  );
const KEYS: readonly SortKey[] = [
  { column: 'r.read_on', type: 'date', descending: true },
  { column: 'r.id', type: 'uuid', descending: true },
];
const HELD_KEYS: readonly SortKey[] = [{ column: 'r.id', type: 'uuid' }];

/** The readings that the asker may know of; the fence shows a resident those of the days of an own occupancy. @rule D-30 */
function readingsInReach(ctx: RequestContext) {
  const readings = READINGS.where('r.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'meter.read', 'r.estate_id');
  return reach ? readings.where(reach) : readings;
}

/** Readings of meters by id; null where the asker may not read them. */
export const readingById = (ctx: RequestContext) =>
  ctx.moment.once(readingById, () =>
    byId((ids) => ctx.moment.read(readingsInReach(ctx).where(sql<boolean>`r.id = any(${ids}::uuid[])`))),
  );

/** A page of the readings of a unit's meters, the latest first. */
export function readingsPage(ctx: RequestContext, unitId: string, args: PageArgs) {
  const of = among('r.unit_id', 'uuid', [unitId]);
  return page(ctx.moment, of ? readingsInReach(ctx).where(of) : readingsInReach(ctx), KEYS, args);
}

/** A page of the readings of a meter, the latest first. */
export function readingsOfMeter(ctx: RequestContext, meterId: string, args: PageArgs) {
  const of = among('r.meter_id', 'uuid', [meterId]);
  return page(ctx.moment, of ? readingsInReach(ctx).where(of) : readingsInReach(ctx), KEYS, args);
}

/** A page of the readings that wait for a person, the longest waiting first. @throws FORBIDDEN without `fee.bill` */
export function heldPage(ctx: RequestContext, estateIds: readonly string[] | null, args: PageArgs) {
  const readings = READINGS.where('r.company_id', '=', ctx.asker.companyId).where('r.state', '=', 'HELD');
  const within = among('r.estate_id', 'uuid', wantedEstates(ctx, 'fee.bill', estateIds));
  return page(ctx.moment, within ? readings.where(within) : readings, HELD_KEYS, args);
}

export type ReadingRow = NonNullable<Awaited<ReturnType<ReturnType<typeof readingById>['load']>>>;
