import { sql, type RawBuilder } from 'kysely';
import type { ChargeKind } from '../../domain/charge/charge-kind.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { chargesInReach } from './charge-by-id.js';

/** What charges are asked for; conditions hold together. */
interface ChargesWanted {
  readonly estateIds?: readonly string[] | null;
  readonly unitId?: string | null;
  readonly payerId?: string | null;
  readonly billRunId?: string | null;
  readonly kinds?: readonly ChargeKind[] | null;
  readonly open?: boolean | null;
  readonly overdue?: boolean | null;
  readonly forFrom?: string | null;
  readonly forBefore?: string | null;
  readonly dueFrom?: string | null;
  readonly dueBefore?: string | null;
}

const KEYS: readonly SortKey[] = [{ column: 'c.id', type: 'uuid', descending: true }];

/** A page of the charges that the asker may read, the latest recorded first. */
export function chargesPage(ctx: RequestContext, wanted: ChargesWanted, args: PageArgs) {
  const one = (value: string | null | undefined): string[] | null => (value == null ? null : [value]);
  const day = (column: string, operator: '<' | '>=', value: string | null | undefined): RawBuilder<boolean> | null =>
    value == null ? null : sql<boolean>`${sql.ref(column)} ${sql.raw(operator)} ${value}::date`;
  const today = sql`(coalesce(${ctx.house.clock?.now() ?? null}::timestamptz, now()) at time zone z.time_zone)::date`;
  let charges = chargesInReach(ctx);
  for (const condition of [
    among('c.estate_id', 'uuid', wanted.estateIds),
    among('c.unit_id', 'uuid', one(wanted.unitId)),
    among('c.payer_id', 'uuid', one(wanted.payerId)),
    among('c.bill_run_id', 'uuid', one(wanted.billRunId)),
    among('c.kind', 'text', wanted.kinds),
    day('c.from_day', '>=', wanted.forFrom),
    day('c.from_day', '<', wanted.forBefore),
    day('c.due_day', '>=', wanted.dueFrom),
    day('c.due_day', '<', wanted.dueBefore),
    wanted.open == null ? null : sql<boolean>`(c.open_minor > 0) = ${wanted.open}::boolean`,
    wanted.overdue ? sql<boolean>`c.open_minor > 0 and c.due_day < ${today}` : null,
  ])
    if (condition) charges = charges.where(condition);
  return page(ctx.moment, charges, KEYS, args);
}
