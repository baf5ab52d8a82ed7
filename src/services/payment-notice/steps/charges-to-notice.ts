import { sql, type RawBuilder } from 'kysely';
import { nextMonthOf } from '../../../domain/charge/charge-period.js';
import type { OpenCharge } from '../../../domain/payment-notice/draw-notices.js';
import { holdInForce } from '../../../tenancy/dunning/case-standing.js';
import { sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';

/** Whose charges are wanted. */
interface ChargesToNotice {
  readonly estateId: string;
  /** First day of the collection month. */
  readonly month: string;
  readonly withArrears: boolean;
  /** The estate's present day. */
  readonly today: string;
}

/** A charge `h` that stands on a notice of the month already, other than one that is about to end. */
const noticed = (companyId: string, month: string, butNoticeId: string | null): RawBuilder<boolean> => sql<boolean>`
  exists (select 1 from payment_notice_line l join payment_notice n on n.company_id = ${companyId} and n.id = l.notice_id
           where l.company_id = ${companyId} and l.charge_id = h.id and n.month = ${month}::date
             and n.state not in ('REPLACED', 'WITHDRAWN') and n.id is distinct from ${butNoticeId}::uuid)`;

/**
 * The next payers, in the order of their ids, for whom something falls due in the month that no notice of it asks for; those
 * whose data were erased are left out.
 */
export async function payersToNotice(
  ctx: CommandContext,
  { estateId, month }: ChargesToNotice,
  afterPayerId: string | null,
  size: number,
): Promise<string[]> {
  const { companyId } = ctx;
  const rows = await ctx.read(
    sql<{ readonly id: string }>`
      select distinct h.payer_id as id
        from charge h join customer k on k.company_id = ${companyId} and k.id = h.payer_id and k.erased_at is null
       where h.company_id = ${companyId} and h.estate_id = ${estateId} and h.open_minor > 0
         and h.due_day >= ${month}::date and h.due_day < ${nextMonthOf(month)}::date
         and (${afterPayerId}::uuid is null or h.payer_id > ${afterPayerId}::uuid)
         and not ${noticed(companyId, month, null)}
       order by 1 limit ${size}`.compile(sqlFor),
  );
  return rows.map(({ id }) => id);
}

/**
 * What is open of payers' charges that fall due in the month, and of what is overdue where that is wanted: without what a
 * dispute, promise or instalment keeps from being dunned for, and without what another notice of the month asks for.
 * @rule R-FEE-03 @rule D-13 @rule R-ORG-33
 */
export function chargesToNotice(
  ctx: CommandContext,
  { estateId, month, withArrears, today }: ChargesToNotice,
  payerIds: readonly string[],
  butNoticeId: string | null = null,
): Promise<OpenCharge[]> {
  const { companyId } = ctx;
  return ctx.read(
    sql<OpenCharge>`
      select h.id as "chargeId", h.payer_id as "payerId", h.unit_id as "unitId", u.building_id as "buildingId",
             s.staff_id as "stewardId", h.currency, h.from_day as "fromDay", h.until_day as "untilDay",
             h.due_day as "dueDay", h.open_minor as "openMinor"
        from charge h
        left join unit u on u.company_id = ${companyId} and u.id = h.unit_id
        left join lateral (
          select case when count(*) = 1 then (array_agg(b.staff_id))[1] end as staff_id
            from steward_building b where b.company_id = ${companyId} and b.building_id = u.building_id) s on true
       where h.company_id = ${companyId} and h.estate_id = ${estateId} and h.payer_id = any(${payerIds}::uuid[])
         and h.open_minor > 0 and h.due_day < ${nextMonthOf(month)}::date
         and (h.due_day >= ${month}::date or (${withArrears}::boolean and not exists (
               select 1 from dunning_case c join dunning_hold d on d.company_id = ${companyId} and d.case_id = c.id
                where c.company_id = ${companyId} and c.payer_id = h.payer_id and c.unit_id is not distinct from h.unit_id
                  and c.currency = h.currency and c.closed_at is null and (d.charge_id is null or d.charge_id = h.id)
                  and ${holdInForce(companyId, sql`${today}::date`)})))
         and not ${noticed(companyId, month, butNoticeId)}
       order by h.payer_id, h.unit_id, h.due_day, h.id`.compile(sqlFor),
  );
}
