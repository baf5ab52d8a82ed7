import { sql } from 'kysely';
import { maskName } from '../../domain/people/mask-name.js';
import { maskPhone } from '../../domain/people/mask-phone.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { ExportKind } from './export-kind.js';

interface PersonLine {
  readonly id: string;
  readonly building: string;
  readonly unit: string;
  readonly unitId: string;
  readonly fromDay: string;
  readonly untilDay: string | null;
  readonly capacity: string;
  readonly kind: string;
  readonly name: string;
  readonly phone: string | null;
}

/** Customers by the units that they hold or held: a row is one occupancy. */
export const PEOPLE_EXPORT: ExportKind<PersonLine> = {
  action: 'customer.read',
  columns: [
    { title: 'Estate code', titleZh: '项目编码', cell: (_, estate) => estate.code },
    { title: 'Building', titleZh: '楼栋', cell: (row) => row.building },
    { title: 'Unit', titleZh: '房号', cell: (row) => row.unit },
    { title: 'Name', titleZh: '客户名称', cell: ({ name }, _, { unmasked }) => (unmasked ? name : maskName(name)) },
    {
      ...{ title: 'Telephone', titleZh: '联系电话' },
      cell: ({ phone }, _, { unmasked }) => (phone === null || unmasked ? phone : maskPhone(phone)),
    },
    { title: 'Kind', titleZh: '客户类型', cell: (row) => row.kind },
    { title: 'Capacity', titleZh: '身份', cell: (row) => row.capacity },
    { title: 'From', titleZh: '入住日期', cell: (row) => row.fromDay },
    { title: 'Until', titleZh: '迁出日期', cell: (row) => row.untilDay },
  ],
  page: (ctx, estate, { last, size }) =>
    ctx.moment.read(
      sql<PersonLine>`
select o.id, b.code as building, u.code as unit, o.unit_id as "unitId", o.from_day::text as "fromDay",
       o.until_day::text as "untilDay", o.capacity, c.kind, c.name, c.phone
  from occupancy o
  join unit u on u.company_id = o.company_id and u.id = o.unit_id
  join building b on b.company_id = u.company_id and b.id = u.building_id
  join customer c on c.company_id = o.company_id and c.id = o.customer_id
 where o.company_id = ${ctx.asker.companyId}::uuid and o.estate_id = ${estate.id}::uuid
   ${last ? sql`and (o.unit_id, o.from_day, o.id) > (${last.unitId}::uuid, ${last.fromDay}::date, ${last.id}::uuid)` : sql``}
 order by o.unit_id, o.from_day, o.id limit ${size}`.compile(sqlFor),
    ),
};
