import { sql } from 'kysely';
import { localTime } from '../../domain/export/local-time.js';
import { maskName } from '../../domain/people/mask-name.js';
import { maskPhone } from '../../domain/people/mask-phone.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { ExportColumn, ExportedEstate, ExportKind } from './export-kind.js';

interface TicketLine {
  readonly id: string;
  /** `reportedAt` to the microsecond, for the next page. */
  readonly key: string;
  readonly number: string;
  readonly kind: string;
  readonly phase: string;
  readonly stage: string;
  readonly urgency: string | null;
  readonly channel: string;
  readonly categoryCode: string | null;
  readonly category: string | null;
  readonly building: string | null;
  readonly unit: string | null;
  readonly customer: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly subject: string;
  readonly description: string | null;
  readonly reportedAt: Date;
  readonly closedAt: Date | null;
}

const time = (instant: Date | null, { timeZone }: ExportedEstate) => instant && localTime(instant, timeZone);

const COLUMNS: readonly ExportColumn<TicketLine>[] = [
  { title: 'Estate code', titleZh: '项目编码', cell: (_, estate) => estate.code },
  { title: 'Estate', titleZh: '项目名称', cell: (_, estate) => estate.name },
  { title: 'Number', titleZh: '单号', cell: (row) => row.number },
  { title: 'Kind', titleZh: '类型', cell: (row) => row.kind },
  { title: 'Phase', titleZh: '阶段', cell: (row) => row.phase },
  { title: 'Stage', titleZh: '状态', cell: (row) => row.stage },
  { title: 'Urgency', titleZh: '紧急程度', cell: (row) => row.urgency },
  { title: 'Channel', titleZh: '渠道', cell: (row) => row.channel },
  { title: 'Category code', titleZh: '类别编码', cell: (row) => row.categoryCode },
  { title: 'Category', titleZh: '类别', cell: (row) => row.category },
  { title: 'Building', titleZh: '楼栋', cell: (row) => row.building },
  { title: 'Unit', titleZh: '房号', cell: (row) => row.unit },
  {
    ...{ title: 'Customer', titleZh: '客户名称' },
    cell: (row, _, { customers, unmasked }) =>
      row.customer === null || !customers ? null : unmasked ? row.customer : maskName(row.customer),
  },
  {
    ...{ title: 'Contact', titleZh: '联系人' },
    cell: ({ contactName }, _, { unmasked }) =>
      contactName === null || unmasked ? contactName : maskName(contactName),
  },
  {
    ...{ title: 'Telephone', titleZh: '联系电话' },
    cell: ({ contactPhone }, _, { unmasked }) =>
      contactPhone === null || unmasked ? contactPhone : maskPhone(contactPhone),
  },
  { title: 'Subject', titleZh: '事由', cell: (row) => row.subject },
  { title: 'Description', titleZh: '内容', cell: (row) => row.description },
  { title: 'Reported at', titleZh: '报修时间', cell: (row, estate) => time(row.reportedAt, estate) },
  { title: 'Closed at', titleZh: '关闭时间', cell: (row, estate) => time(row.closedAt, estate) },
];

/** Tickets by the time of their report, in the estate's own time. */
export const TICKET_EXPORT: ExportKind<TicketLine> = {
  action: 'ticket.read',
  columns: COLUMNS,
  page: (ctx, estate, { from, to, last, size }) => {
    const { companyId } = ctx.asker;
    const local = (day: string) => sql`${day}::date::timestamp at time zone ${estate.timeZone}`;
    return ctx.moment.read(
      sql<TicketLine>`
select t.id, t.reported_at::text as key, t.number, t.kind, t.phase, t.stage, t.urgency, t.channel,
       c.code as "categoryCode", c.name_zh as category, b.code as building, u.code as unit, p.name as customer,
       t.contact_name as "contactName", t.contact_phone as "contactPhone", t.subject, t.description,
       t.reported_at as "reportedAt", t.closed_at as "closedAt"
  from ticket t
  left join ticket_category c on c.company_id = t.company_id and c.id = t.category_id
  left join unit u on u.company_id = t.company_id and u.id = t.unit_id
  left join building b on b.company_id = u.company_id and b.id = u.building_id
  left join customer p on p.company_id = t.company_id and p.id = t.customer_id
 where t.company_id = ${companyId}::uuid and t.estate_id = ${estate.id}::uuid
   ${from ? sql`and t.reported_at >= ${local(from)}` : sql``} ${to ? sql`and t.reported_at < ${local(to)}` : sql``}
   ${last ? sql`and (t.reported_at, t.id) > (${last.key}::timestamptz, ${last.id}::uuid)` : sql``}
 order by t.reported_at, t.id limit ${size}`.compile(sqlFor),
    );
  },
};
