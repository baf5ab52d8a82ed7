import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { shaped } from '../../tenancy/read/shaped.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { listBy } from '../list-by.js';

interface Of {
  readonly companyId: string;
  readonly ids: readonly string[];
}

const QUOTATIONS = shaped(({ companyId, ids }: Of) =>
  sqlFor
    .selectFrom('quotation as q')
    .select(
      columns(
        'q',
        'id',
        'ticket_id',
        'number',
        'state',
        'currency',
        'labour_minor',
        'parts_minor',
        'total_minor',
        'quoted_by',
        'quoted_at',
        'answered_at',
        'mode',
      ),
    )
    .where('q.company_id', '=', companyId)
    .where(sql<boolean>`q.ticket_id = any(${ids}::uuid[])`)
    .orderBy('q.number'),
);

const LINES = shaped(({ companyId, ids }: Of) =>
  sqlFor
    .selectFrom('quotation_line as l')
    .innerJoin('quotation as q', (join) =>
      join.onRef('q.company_id', '=', 'l.company_id').onRef('q.id', '=', 'l.quotation_id'),
    )
    .select(
      columns(
        'l',
        'quotation_id',
        'position',
        'kind',
        'code',
        'name',
        'unit',
        'quantity_milli',
        'price_minor',
        'amount_minor',
      ),
    )
    .select('q.currency')
    .where('l.company_id', '=', companyId)
    .where(sql<boolean>`l.quotation_id = any(${ids}::uuid[])`)
    .orderBy('l.position'),
);

const PARTS = shaped(({ companyId, ids }: Of) =>
  sqlFor
    .selectFrom('repair_part as r')
    .select(
      columns(
        'r',
        'ticket_id',
        'visit_number',
        'position',
        'code',
        'name',
        'unit',
        'quantity_milli',
        'amount_minor',
        'currency',
      ),
    )
    .where('r.company_id', '=', companyId)
    .where(sql<boolean>`r.ticket_id = any(${ids}::uuid[])`)
    .orderBy('r.visit_number')
    .orderBy('r.position'),
);

/** The quotations on orders that the asker has read already, in the order of making. */
export const quotationsOfRepair = (ctx: RequestContext) =>
  ctx.moment.once(quotationsOfRepair, () =>
    listBy(
      (ids) => ctx.moment.read(QUOTATIONS({ companyId: ctx.asker.companyId, ids })),
      (row) => row.ticketId,
    ),
  );

/** The lines of quotations that the asker has read already, as quoted. */
export const linesOfQuotation = (ctx: RequestContext) =>
  ctx.moment.once(linesOfQuotation, () =>
    listBy(
      (ids) => ctx.moment.read(LINES({ companyId: ctx.asker.companyId, ids })),
      (row) => row.quotationId,
    ),
  );

/** The parts that repairs took which the asker has read already, visit by visit. */
export const partsOfRepair = (ctx: RequestContext) =>
  ctx.moment.once(partsOfRepair, () =>
    listBy(
      (ids) => ctx.moment.read(PARTS({ companyId: ctx.asker.companyId, ids })),
      (row) => row.ticketId,
    ),
  );

export type QuotationRow = Awaited<ReturnType<ReturnType<typeof quotationsOfRepair>['load']>>[number];
export type QuotationLineRow = Awaited<ReturnType<ReturnType<typeof linesOfQuotation>['load']>>[number];
export type RepairPartRow = Awaited<ReturnType<ReturnType<typeof partsOfRepair>['load']>>[number];
