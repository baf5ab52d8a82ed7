import { sql } from 'kysely';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { moneyOnNoSheet, sumsByMethod } from './money-of-shift.js';

/** What the asker has taken and written on an estate since the last sheet, as it stands now. @rule R-ORG-60 @rule D-20 */
export async function openShift(ctx: RequestContext, estateId: string) {
  const { companyId, subjectId } = ctx.asker;
  const lines = ctx.moment.read(
    sqlFor
      .selectFrom(moneyOnNoSheet(companyId, subjectId, estateId))
      .select(['m.estateId', 'm.method', 'm.currency'])
      .select(sumsByMethod)
      .groupBy(['m.estateId', 'm.method', 'm.currency'])
      .orderBy('m.method'),
  );
  const due = ctx.moment.read(
    sqlFor
      .selectFrom('obligation as o')
      .select('o.due_at as dueAt')
      .where('o.company_id', '=', companyId)
      .where('o.kind', '=', 'CASH_HANDOVER')
      .where('o.subject_id', '=', estateId)
      .where('o.owner_id', '=', subjectId)
      .where('o.state', 'in', ['OPEN', 'MISSED'])
      .orderBy('o.due_at')
      .limit(1),
  );
  const receipts = ctx.moment.read(
    sqlFor
      .selectFrom('receipt as r')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('r.company_id', '=', companyId)
      .where('r.issued_by_id', '=', subjectId)
      .where(sql<boolean>`r.estate_id = ${estateId}::uuid`)
      .where(
        sql<boolean>`not exists (select 1 from handover_item i where i.company_id = ${companyId} and i.receipt_id = r.id)`,
      ),
  );
  const [[owed], [written]] = await Promise.all([due, receipts]);
  return { estateId, lines: await lines, dueAt: owed?.dueAt ?? null, receipts: written?.count ?? 0 };
}
