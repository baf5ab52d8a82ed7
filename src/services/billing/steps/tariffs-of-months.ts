import { sql } from 'kysely';
import { addCalendarMonths } from '../../../domain/calendar/calendar-day.js';
import { columns, sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';

/** What a run bills. */
interface Wanted {
  readonly estateId: string;
  readonly fromMonth: string;
  readonly months: number;
  /** Empty: all. */
  readonly tariffCodes: readonly string[];
}

/** The months of a run, by their first days. */
export const monthsOf = ({ fromMonth, months }: Pick<Wanted, 'fromMonth' | 'months'>): string[] =>
  Array.from({ length: months }, (_, i) => addCalendarMonths(fromMonth, i));

/** The versions of tariffs that hold on the first day of one of the months, by code. @rule R-FEE-08 */
export function tariffsOfMonths(ctx: CommandContext, wanted: Wanted) {
  const { estateId, tariffCodes } = wanted;
  const all = monthsOf(wanted);
  let tariffs = sqlFor
    .selectFrom('tariff as t')
    .select(
      columns(
        't',
        'id',
        'code',
        'kind',
        'basis',
        'uses',
        'rate_myriad',
        'currency',
        'payer',
        'vacant_percent',
        'not_taken_over_percent',
        'advance_months',
        'advance_percent',
        'due_day_of_month',
        'due_month_offset',
        'from_day',
        'until_day',
      ),
    )
    .where('t.company_id', '=', ctx.companyId)
    .where('t.estate_id', '=', estateId)
    .where(
      sql<boolean>`t.from_day <= ${all.at(-1) ?? ''}::date and (t.until_day is null or t.until_day > ${all[0] ?? ''}::date)`,
    );
  if (tariffCodes.length > 0) tariffs = tariffs.where(sql<boolean>`t.code = any(${[...tariffCodes]}::text[])`);
  return ctx.read(tariffs.orderBy('t.code').orderBy('t.from_day'));
}

export type TariffRow = Awaited<ReturnType<typeof tariffsOfMonths>>[number];

/** The version of each code that holds on the first day of a month. */
export const tariffsOn = (tariffs: readonly TariffRow[], month: string): TariffRow[] =>
  tariffs.filter(({ fromDay, untilDay }) => fromDay <= month && (untilDay === null || untilDay > month));
