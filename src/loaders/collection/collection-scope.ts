import { sql, type RawBuilder } from 'kysely';
import type { ChargeKind } from '../../domain/charge/charge-kind.js';
import { isId } from '../../domain/id.js';
import { assertDay } from '../../domain/place/plausible-day.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import type { AsOf } from '../ledger/as-of.js';
import { wantedEstates } from '../wanted.js';

/** Which charges a question about debts and collection is about; conditions hold together. */
export interface CollectionScope {
  readonly estateIds?: readonly string[] | null;
  readonly buildingIds?: readonly string[] | null;
  readonly stewardIds?: readonly string[] | null;
  readonly kinds?: readonly ChargeKind[] | null;
}

/** The day now, give or take one: for bounds to begin reading from, where each estate has its own day. */
export const aboutNow = ({ house }: RequestContext): string =>
  (house.clock?.now() ?? new Date()).toISOString().slice(0, 10);

/** Whether the question is about this very moment, so that what the database keeps answers it. */
export const isNow = ({ on, asKnownOn }: AsOf): boolean => on == null && asKnownOn == null;

/** Whether a question is about whole estates: the sums that are kept know no buildings. */
export const ofEstates = ({ buildingIds, stewardIds }: CollectionScope): boolean =>
  buildingIds == null && stewardIds == null;

/** @throws INVALID_INPUT for days that cannot be */
export function assertAsOf({ on, asKnownOn }: AsOf): void {
  if (on != null) assertDay('on', on);
  if (asKnownOn != null) assertDay('asKnownOn', asKnownOn);
}

/**
 * The estates that a question looks at, as a condition on a column.
 * @throws FORBIDDEN when the asker asks about collection nowhere
 */
export function onEstates(
  ctx: RequestContext,
  column: `${string}.${string}`,
  estateIds: readonly string[] | null | undefined,
): RawBuilder<boolean> {
  return among(column, 'uuid', wantedEstates(ctx, 'fee.report', estateIds)) ?? sql<boolean>`true`;
}

const ids = (values: readonly string[]): string[] => values.filter(isId);

/** That a charge belongs to units of some buildings, or of the buildings of some stewards. @rule R-ORG-33 */
export function ofUnits(
  ctx: RequestContext,
  column: `${string}.${string}`,
  { buildingIds, stewardIds }: CollectionScope,
): RawBuilder<boolean> {
  const { companyId } = ctx.asker;
  const buildings = buildingIds
    ? sql`and ${sql.ref(column)} in (select u.id from unit u where u.company_id = ${companyId} and u.building_id = any(${ids(buildingIds)}::uuid[]))`
    : sql``;
  const stewards = stewardIds
    ? sql`and ${sql.ref(column)} in (select u.id from steward_building sb join unit u on u.company_id = sb.company_id and u.building_id = sb.building_id
        where sb.company_id = ${companyId} and sb.staff_id = any(${ids(stewardIds)}::uuid[]))`
    : sql``;
  return sql<boolean>`true ${buildings} ${stewards}`;
}
