import { sql } from 'kysely';
import type { BillLine, SkipReason } from '../../../domain/billing/bill-unit.js';
import type { BillRun } from '../../../entities/billing/bill-run.entity.js';
import { newId } from '../../../entities/new-id.js';
import { sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';
import type { TariffRow } from './tariffs-of-months.js';

/** A line of a unit by a tariff. */
export interface UnitLine extends BillLine {
  readonly unitId: string;
  readonly tariff: TariffRow;
}

/** What was skipped. */
export interface UnitSkip {
  readonly unitId: string;
  readonly code: string;
  readonly month: string;
  readonly reason: SkipReason;
}

/**
 * Writes the charges of a chunk as one statement; what another run has charged meanwhile is left out.
 * @returns the payers of what was written, and their charges
 * @rule R-FEE-01 @rule D-21
 */
export function writeBills(ctx: CommandContext, run: BillRun, bookedDay: string, lines: readonly UnitLine[]) {
  const rows = lines.map(({ unitId, tariff, ...line }) => ({
    id: newId(),
    payer_id: line.payerId,
    unit_id: unitId,
    kind: tariff.kind,
    tariff_code: tariff.code,
    currency: tariff.currency,
    from_day: line.fromDay,
    until_day: line.untilDay,
    due_day: line.dueDay,
    amount_minor: line.amountMinor,
  }));
  return ctx.read(
    sql<{ readonly id: string; readonly payerId: string; readonly amountMinor: number }>`
      insert into charge (company_id, id, estate_id, payer_id, unit_id, kind, source, from_day, until_day, due_day, amount_minor, currency,
                          booked_day, recorded_at, recorded_by, open_minor, paid_minor, last_day, version, bill_run_id, tariff_code)
      select ${ctx.companyId}::uuid, r.id, ${run.estateId}::uuid, r.payer_id, r.unit_id, r.kind, 'BILL_RUN', r.from_day, r.until_day, r.due_day,
             r.amount_minor, r.currency, ${bookedDay}::date, ${ctx.clock.now()}::timestamptz, ${run.startedBy}::uuid, r.amount_minor, 0,
             ${bookedDay}::date, 1, ${run.id}::uuid, r.tariff_code
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, payer_id uuid, unit_id uuid, kind text, tariff_code text,
             currency text, from_day date, until_day date, due_day date, amount_minor bigint)
      on conflict (company_id, unit_id, tariff_code, from_day) where source = 'BILL_RUN' and cancelled_at is null do nothing
      returning id, payer_id as "payerId", amount_minor as "amountMinor"`.compile(sqlFor),
  );
}

/** Keeps why units were not charged, as one statement. */
export async function writeSkips(ctx: CommandContext, run: BillRun, skips: readonly UnitSkip[]): Promise<void> {
  if (skips.length === 0) return;
  await ctx.read(
    sql`
      insert into bill_skip (company_id, run_id, unit_id, tariff_code, month, estate_id, reason)
      select ${ctx.companyId}::uuid, ${run.id}::uuid, s."unitId", s.code, s.month, ${run.estateId}::uuid, s.reason
        from jsonb_to_recordset(${JSON.stringify(skips)}::jsonb) as s("unitId" uuid, code text, month date, reason text)
      on conflict do nothing`.compile(sqlFor),
  );
}
