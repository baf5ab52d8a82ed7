import { sql } from 'kysely';
import type { DrawnNotice } from '../../../domain/payment-notice/draw-notices.js';
import { newId } from '../../../entities/new-id.js';
import { Estate } from '../../../entities/place/estate.entity.js';
import { sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';
import { numberRow } from '../../numbering/steps/number-row.js';
import { findRow } from '../../place/steps/find-row.js';

/** What notices are drawn for. */
interface ToWrite {
  readonly estateId: string;
  readonly runId: string;
  readonly month: string;
  readonly drawnBy: string;
  /** The estate's present day, which decides about year and format of the number. */
  readonly today: string;
  readonly replacesId: string | null;
}

/**
 * Writes notices with their lines as two statements; each draws the next number of its estate and year when the transaction
 * ends.
 * @returns their ids
 * @rule R-FEE-03 @rule Q-33
 */
export async function writeNotices(
  ctx: CommandContext,
  { estateId, runId, month, drawnBy, today, replacesId }: ToWrite,
  notices: readonly DrawnNotice[],
): Promise<string[]> {
  if (notices.length === 0) return [];
  const { companyId } = ctx;
  const rows = notices.map((notice) => ({ ...notice, id: newId() }));
  const lines = rows.flatMap(({ id, payerId, lines: own }) => own.map((line) => ({ ...line, noticeId: id, payerId })));
  await ctx.read(
    sql`
      insert into payment_notice (company_id, id, estate_id, run_id, number, payer_id, unit_id, building_id, steward_id, month, state,
                                  currency, current_minor, arrears_minor, from_day, until_day, due_day, drawn_at, drawn_by, replaces_id, version)
      select ${companyId}::uuid, r.id, ${estateId}::uuid, ${runId}::uuid, r.id::text, r."payerId", r."unitId", r."buildingId", r."stewardId",
             ${month}::date, 'DRAWN', r.currency, r."currentMinor", r."arrearsMinor", r."fromDay", r."untilDay", r."dueDay",
             ${ctx.clock.now()}::timestamptz, ${drawnBy}::uuid, ${replacesId}::uuid, 1
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "payerId" uuid, "unitId" uuid, "buildingId" uuid,
             "stewardId" uuid, currency text, "currentMinor" bigint, "arrearsMinor" bigint, "fromDay" date, "untilDay" date, "dueDay" date)`.compile(
      sqlFor,
    ),
  );
  await ctx.read(
    sql`
      insert into payment_notice_line (company_id, notice_id, charge_id, estate_id, payer_id, open_minor, is_arrears)
      select ${companyId}::uuid, l."noticeId", l."chargeId", ${estateId}::uuid, l."payerId", l."openMinor", l."isArrears"
        from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l("noticeId" uuid, "chargeId" uuid, "payerId" uuid,
             "openMinor" bigint, "isArrears" boolean)`.compile(sqlFor),
  );
  const estate = await findRow(ctx, Estate, 'estate', estateId);
  for (const { id } of rows)
    await numberRow(ctx, { table: 'payment_notice', id, subject: 'PAYMENT_NOTICE', estate, day: today });
  const ids = rows.map(({ id }) => id);
  ctx.touched.push({ subject: 'paymentNotice', ids });
  return ids;
}
