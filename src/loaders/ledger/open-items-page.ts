import { sql } from 'kysely';
import { invalidInput } from '../../domain/errors.js';
import { isId } from '../../domain/id.js';
import { assertDay } from '../../domain/place/plausible-day.js';
import type { Currency } from '../../domain/money/money.js';
import { idsOf } from '../../tenancy/principal.js';
import { authorize } from '../../tenancy/authorize.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { dayAsked, knownBefore, type AsOf } from './as-of.js';

/** Whose open items: a unit's, a payer's, or both. */
interface OpenItemsWanted {
  readonly unitId?: string | null;
  readonly payerId?: string | null;
}

/** A charge with what was open of it. */
export interface OpenItemRow {
  readonly chargeId: string;
  readonly estateId: string;
  readonly currency: Currency;
  readonly openMinor: number;
  readonly daysOverdue: number;
}

const KEYS: readonly SortKey[] = [
  { column: 'o.due_day', type: 'date' },
  { column: 'o.id', type: 'uuid' },
];

/**
 * What was open at the end of a day, as known on another, the oldest deadline first: of the charges that the asker may read.
 * @rule R-FEE-11 @rule D-30
 * @throws INVALID_INPUT unless a unit or a payer is named, and for days that cannot be
 */
export function openItemsPage(ctx: RequestContext, wanted: OpenItemsWanted, asOf: AsOf, args: PageArgs) {
  const { unitId = null, payerId = null } = wanted;
  const { on, asKnownOn } = asOf;
  if (unitId === null && payerId === null) throw invalidInput('unitId', 'name the unit, the payer, or both');
  if (on != null) assertDay('on', on);
  if (asKnownOn != null) assertDay('asKnownOn', asKnownOn);
  const { companyId, kind, subjectId } = ctx.asker;
  const estates = idsOf(authorize(ctx.principal, 'fee.read'));
  const id = (value: string | null) => (value !== null && isId(value) ? value : null);
  const of = (column: string, value: string | null) =>
    value === null ? sql`` : sql`and ${sql.ref(column)} = ${id(value)}::uuid`;
  const day = dayAsked(ctx, asOf);
  const known = knownBefore(asOf);
  const items = sql<OpenItemRow & { readonly id: string; readonly due_day: string }>`(
    select c.id, c.due_day, c.id as "chargeId", c.estate_id as "estateId", c.currency,
           (c.amount_minor + coalesce((select sum(e.charge_effect_minor) from ledger_entry e where e.company_id = ${companyId}
             and e.charge_id = c.id and e.booked_day <= ${day} and e.recorded_at < ${known}), 0))::bigint as "openMinor",
           greatest(${day} - c.due_day, 0) as "daysOverdue"
      from charge c join estate z on z.company_id = c.company_id and z.id = c.estate_id
     where c.company_id = ${companyId} and c.booked_day <= ${day} and c.recorded_at < ${known}
       ${of('c.unit_id', unitId)} ${of('c.payer_id', payerId)}
       ${kind === 'RESIDENT' ? sql`and c.payer_id = ${subjectId}::uuid` : sql``}
       ${estates === null ? sql`` : sql`and c.estate_id = any(${estates}::uuid[])`})`.as('o');
  const open = sqlFor
    .selectFrom(items)
    .select(['o.chargeId', 'o.estateId', 'o.currency', 'o.openMinor', 'o.daysOverdue'])
    .where('o.openMinor', '>', 0);
  return page(ctx.moment, open, KEYS, args);
}
