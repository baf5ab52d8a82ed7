import { sql } from 'kysely';
import type { Currency } from '../../../domain/money/money.js';
import type { DueCharge } from '../../../domain/withholding/draw-items.js';
import { holdInForce } from '../../../tenancy/dunning/case-standing.js';
import { sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';

/** Which charges are wanted. */
interface ChargesWanted {
  readonly estateId: string;
  readonly dueUntil: string;
  readonly currency: Currency;
  /** The estate's present day: on it a mandate holds. */
  readonly today: string;
}

/**
 * What is due by a day and may be withheld: under a mandate for the unit, or else for all of the payer. What another batch
 * waits for an answer about is left out, and so is what a dispute, promise or instalment stops.
 * @rule R-FEE-11 @rule R-MIN-04 @rule D-13
 */
export function chargesDue(
  ctx: CommandContext,
  { estateId, dueUntil, currency, today }: ChargesWanted,
): Promise<DueCharge[]> {
  const { companyId } = ctx;
  return ctx.read(
    sql<DueCharge>`
      select h.id as "chargeId", m.id as "mandateId", h.payer_id as "payerId", m.unit_id as "mandateUnitId", h.open_minor as "openMinor"
        from charge h
        cross join lateral (
          select w.id, w.unit_id from withholding_mandate w
           where w.company_id = ${companyId} and w.payer_id = h.payer_id and (w.unit_id is null or w.unit_id = h.unit_id)
             and w.from_day <= ${today}::date and (w.until_day is null or w.until_day > ${today}::date) and w.redacted_at is null
           order by w.unit_id nulls last limit 1) m
       where h.company_id = ${companyId} and h.estate_id = ${estateId} and h.open_minor > 0 and h.due_day <= ${dueUntil}::date
         and h.currency = ${currency}
         and not exists (select 1 from withholding_charge p
                          where p.company_id = ${companyId} and p.charge_id = h.id and p.is_pending)
         and not exists (
               select 1 from dunning_case c join dunning_hold d on d.company_id = ${companyId} and d.case_id = c.id
                where c.company_id = ${companyId} and c.payer_id = h.payer_id and c.unit_id is not distinct from h.unit_id
                  and c.currency = h.currency and c.closed_at is null and (d.charge_id is null or d.charge_id = h.id)
                  and ${holdInForce(companyId, sql`${today}::date`)})
       order by m.id, h.due_day, h.id`.compile(sqlFor),
  );
}
