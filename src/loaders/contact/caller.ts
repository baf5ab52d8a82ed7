import { sql } from 'kysely';
import { forbidden, notFound } from '../../domain/errors.js';
import { isId } from '../../domain/id.js';
import { may } from '../../tenancy/authorize.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { customerById, type CustomerRow } from '../people/customer-by-id.js';
import type { OccupancyRow } from '../people/occupancies.js';
import { unitById, type UnitRow } from '../place/unit-by-id.js';
import { grantsInForce } from '../privacy/grants-in-force.js';
import { phoneEnds } from './phone-ends.js';

/** A number with more owners than this is nobody's own. */
const MOST_MATCHES = 20;
/** More than live in any home; who holds whole buildings is known by name. */
const MOST_OCCUPANTS = 200;

/** Who may be on the telephone. */
export interface CallerRow {
  readonly estateId: string;
  readonly phone: string;
  readonly matches: readonly CallerMatchRow[];
}

/** A customer whose telephone it is, with who holds the same units today. */
export interface CallerMatchRow {
  readonly customer: CustomerRow;
  /** Of the units that the customer holds today: everybody's, the customer's own among them; at most 200 of all matches. */
  readonly occupants: readonly OccupancyRow[];
}

/**
 * Whose telephone it is: the customers of an estate with that number, or whose number ends so, and what they hold today.
 * It looks behind the mask: whom it finds is read whole, and what is found under a grant is logged. Two statements.
 * @rule R-REC-15 @rule R-REC-16 @rule R-ORG-78
 * @throws NOT_FOUND when the estate is unknown, foreign, or `contact.read` does not reach it
 * @throws FORBIDDEN customer.unmask when the asker holds neither that on the estate nor a grant for it
 * @throws INVALID_INPUT `phone` for fewer than four digits
 */
export async function callerOf(ctx: RequestContext, estateId: string, phone: string): Promise<CallerRow> {
  if (!isId(estateId) || !may(ctx.principal, 'contact.read', estateId)) throw notFound('estate');
  const whose = phoneEnds('c.phone_reversed', 'phone', phone);
  const whole = may(ctx.principal, 'customer.unmask', estateId);
  const grantId = whole ? null : (await grantsInForce(ctx)).estates.get(estateId);
  if (grantId === undefined) throw forbidden('customer.unmask');
  const rows = await ctx.moment.read(
    sqlFor
      .selectFrom('estate as e')
      .leftJoin('customer as c', (join) =>
        join.onRef('c.company_id', '=', 'e.company_id').onRef('c.estate_id', '=', 'e.id').on(whose),
      )
      .select(columns('c', 'id', 'estate_id', 'kind', 'name', 'phone', 'created_at', 'erased_at', 'version'))
      .where('e.company_id', '=', ctx.asker.companyId)
      .where('e.id', '=', estateId)
      .orderBy('c.id')
      .limit(MOST_MATCHES),
  );
  if (rows.length === 0) throw notFound('estate');
  const customers = rows.filter((row): row is CustomerRow => row.id !== null);
  for (const customer of customers) {
    customerById(ctx).prime(customer.id, customer);
    if (grantId !== null) ctx.disclosures.note(ctx.asker, { grantId, kind: 'CUSTOMER', subjectId: customer.id });
  }
  const occupancies =
    customers.length === 0
      ? []
      : await livingWith(
          ctx,
          estateId,
          customers.map(({ id }) => id),
        );
  const matches = customers.map((customer) => {
    const units = new Set(occupancies.flatMap((each) => (each.customerId === customer.id ? [each.unitId] : [])));
    return { customer, occupants: occupancies.filter((each) => units.has(each.unitId)) };
  });
  return { estateId, phone, matches };
}

/** The occupancies today of the units that some customers hold today; their units and people are then known. */
async function livingWith(
  ctx: RequestContext,
  estateId: string,
  customerIds: readonly string[],
): Promise<OccupancyRow[]> {
  const now = ctx.house.clock?.now() ?? null;
  const today = sql`(select (coalesce(${now}::timestamptz, now()) at time zone e.time_zone)::date from estate e where e.company_id = o.company_id and e.id = o.estate_id)`;
  const rows = await ctx.moment.read(
    sqlFor
      .selectFrom('occupancy as o')
      .innerJoin('unit as u', (join) => join.onRef('u.company_id', '=', 'o.company_id').onRef('u.id', '=', 'o.unit_id'))
      .innerJoin('customer as c', (join) =>
        join.onRef('c.company_id', '=', 'o.company_id').onRef('c.id', '=', 'o.customer_id'),
      )
      .select(columns('o', 'id', 'estate_id', 'unit_id', 'customer_id', 'capacity', 'from_day', 'until_day'))
      .select([
        'u.building_id as buildingId',
        'u.code',
        'u.use',
        'u.charge_area_milli as chargeAreaMilli',
        'u.delivered_on as deliveredOn',
      ])
      .select(['c.kind', 'c.name', 'c.phone', 'c.created_at as createdAt', 'c.erased_at as erasedAt', 'c.version'])
      .where('o.company_id', '=', ctx.asker.companyId)
      .where('o.estate_id', '=', estateId)
      .where(sql<boolean>`o.from_day <= ${today} and (o.until_day is null or o.until_day > ${today})`)
      .where(
        sql<boolean>`o.unit_id in (select h.unit_id from occupancy h where h.company_id = ${ctx.asker.companyId}
          and h.customer_id = any(${[...customerIds]}::uuid[]) and h.from_day <= ${today} and (h.until_day is null or h.until_day > ${today}))`,
      )
      .orderBy('o.from_day')
      .orderBy('o.id')
      .limit(MOST_OCCUPANTS),
  );
  for (const row of rows) {
    customerById(ctx).prime(row.customerId, { ...row, id: row.customerId });
    if (may(ctx.asker, 'unit.read', estateId))
      unitById(ctx).prime(row.unitId, { ...row, id: row.unitId } satisfies UnitRow);
  }
  return rows;
}
