import { sql } from 'kysely';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { ExportKind } from './export-kind.js';

interface UnitLine {
  readonly id: string;
  readonly building: string;
  readonly unit: string;
  readonly use: string;
  readonly areaMilli: number | null;
  readonly state: string | null;
  readonly since: string | null;
}

/** Units by code with the state that was recorded last. */
export const UNIT_EXPORT: ExportKind<UnitLine> = {
  action: 'unit.read',
  columns: [
    { title: 'Estate code', titleZh: '项目编码', cell: (_, estate) => estate.code },
    { title: 'Estate', titleZh: '项目名称', cell: (_, estate) => estate.name },
    { title: 'Building', titleZh: '楼栋', cell: (row) => row.building },
    { title: 'Unit', titleZh: '房号', cell: (row) => row.unit },
    { title: 'Use', titleZh: '房屋性质', cell: (row) => row.use },
    { title: 'Charge area (m²)', titleZh: '计费面积', cell: (row) => row.areaMilli && row.areaMilli / 1000 },
    { title: 'State', titleZh: '房屋状态', cell: (row) => row.state },
    { title: 'Since', titleZh: '状态日期', cell: (row) => row.since },
  ],
  page: (ctx, estate, { last, size }) =>
    ctx.moment.read(
      sql<UnitLine>`
select u.id, b.code as building, u.code as unit, u.use, u.charge_area_milli as "areaMilli", s.state, s.from_day::text as since
  from unit u
  join building b on b.company_id = u.company_id and b.id = u.building_id
  left join lateral (select s.state, s.from_day from unit_state s
                      where s.company_id = u.company_id and s.unit_id = u.id order by s.from_day desc limit 1) as s on true
 where u.company_id = ${ctx.asker.companyId}::uuid and u.estate_id = ${estate.id}::uuid
   ${last ? sql`and (u.code, u.id) > (${last.unit}, ${last.id}::uuid)` : sql``}
 order by u.code, u.id limit ${size}`.compile(sqlFor),
    ),
};
