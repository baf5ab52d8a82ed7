import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { listBy } from '../list-by.js';

/** The lines of notices that the asker has found, what falls due first after what is overdue. */
export const linesOfNotice = (ctx: RequestContext) =>
  ctx.moment.once(linesOfNotice, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          sqlFor
            .selectFrom('payment_notice_line as l')
            .innerJoin('charge as c', (join) =>
              join.onRef('c.company_id', '=', 'l.company_id').onRef('c.id', '=', 'l.charge_id'),
            )
            .select(columns('l', 'notice_id', 'charge_id', 'estate_id', 'open_minor', 'is_arrears'))
            .select(columns('c', 'kind', 'currency', 'unit_id', 'from_day', 'until_day', 'due_day'))
            .where('l.company_id', '=', ctx.asker.companyId)
            .where(sql<boolean>`l.notice_id = any(${ids}::uuid[])`)
            .orderBy('c.due_day')
            .orderBy('c.id'),
        ),
      (row) => row.noticeId,
    ),
  );

/** The attempts to bring notices that the asker has found, in the order in which they were made. */
export const deliveriesOfNotice = (ctx: RequestContext) =>
  ctx.moment.once(deliveriesOfNotice, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          sqlFor
            .selectFrom('notice_delivery as d')
            .select(
              columns(
                'd',
                'id',
                'notice_id',
                'outcome',
                'received_by',
                'at',
                'timing',
                'brought_by',
                'by_other_post',
                'recorded_at',
              ),
            )
            .where('d.company_id', '=', ctx.asker.companyId)
            .where(sql<boolean>`d.notice_id = any(${ids}::uuid[])`)
            .orderBy('d.at')
            .orderBy('d.id'),
        ),
      (row) => row.noticeId,
    ),
  );

export type NoticeLineRow = Awaited<ReturnType<ReturnType<typeof linesOfNotice>['load']>>[number];
export type NoticeDeliveryRow = Awaited<ReturnType<ReturnType<typeof deliveriesOfNotice>['load']>>[number];
