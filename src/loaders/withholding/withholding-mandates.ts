import { sql } from 'kysely';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

/** Which mandates are asked for; conditions hold together. */
interface MandatesWanted {
  readonly estateIds?: readonly string[] | null;
  readonly payerId?: string | null;
  readonly unitId?: string | null;
  readonly on?: string | null;
}

/** Mandates without the whole number of the account, which leaves the house in files to the bank alone. */
const MANDATES = sqlFor
  .selectFrom('withholding_mandate as m')
  .select(
    columns(
      'm',
      ...(['id', 'estate_id', 'payer_id', 'unit_id', 'bank', 'holder', 'last_digits', 'agreement'] as const),
      ...(['from_day', 'until_day', 'recorded_by', 'recorded_at', 'redacted_at', 'version'] as const),
    ),
  );

/** The mandates that the asker may read: staff those of the estates in reach, a resident the own. @rule D-30 */
function mandatesInReach(ctx: RequestContext) {
  const mandates = MANDATES.where('m.company_id', '=', ctx.asker.companyId);
  if (ctx.asker.kind === 'RESIDENT') return mandates.where('m.payer_id', '=', ctx.asker.subjectId);
  const reach = inReach(ctx, 'fee.read', 'm.estate_id');
  return reach ? mandates.where(reach) : mandates;
}

/** Mandates by id; null where the asker may not read them. */
export const mandateById = (ctx: RequestContext) =>
  ctx.moment.once(mandateById, () =>
    byId((ids) => ctx.moment.read(mandatesInReach(ctx).where(sql<boolean>`m.id = any(${ids}::uuid[])`))),
  );

const KEYS: readonly SortKey[] = [{ column: 'm.id', type: 'uuid', descending: true }];

/** A page of the mandates that the asker may read, the latest recorded first. */
export function mandatesPage(ctx: RequestContext, wanted: MandatesWanted, args: PageArgs) {
  const one = (value: string | null | undefined): string[] | null => (value == null ? null : [value]);
  const { on } = wanted;
  let mandates = mandatesInReach(ctx);
  for (const condition of [
    among('m.estate_id', 'uuid', wanted.estateIds),
    among('m.payer_id', 'uuid', one(wanted.payerId)),
    among('m.unit_id', 'uuid', one(wanted.unitId)),
    on == null ? null : sql<boolean>`m.from_day <= ${on}::date and (m.until_day is null or m.until_day > ${on}::date)`,
  ])
    if (condition) mandates = mandates.where(condition);
  return page(ctx.moment, mandates, KEYS, args);
}

export type MandateRow = NonNullable<Awaited<ReturnType<ReturnType<typeof mandateById>['load']>>>;
