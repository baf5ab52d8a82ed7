import { sql } from 'kysely';
import DataLoader from 'dataloader';
import type { RequestContext } from '../../tenancy/request-context.js';
import { shaped } from '../../tenancy/read/shaped.js';
import { sqlFor } from '../../tenancy/read/tables.js';

const JOINED = shaped(({ companyId, ids }: { readonly companyId: string; readonly ids: readonly string[] }) =>
  sqlFor
    .selectFrom('ticket as t')
    .select(['t.merged_into_id as leadingId', sql<number>`count(*)`.as('joined')])
    .where('t.company_id', '=', companyId)
    .where(sql<boolean>`t.merged_into_id = any(${ids}::uuid[])`)
    .groupBy('t.merged_into_id'),
);

/** How many tickets that the asker may read are one work with each, itself included. @rule D-27 */
export const callersOf = (ctx: RequestContext) =>
  ctx.moment.once(
    callersOf,
    () =>
      new DataLoader<string, number>(async (ids) => {
        const rows = await ctx.moment.read(JOINED({ companyId: ctx.asker.companyId, ids }));
        const joined = new Map(rows.map((row) => [row.leadingId, row.joined]));
        return ids.map((id) => 1 + (joined.get(id) ?? 0));
      }),
  );
