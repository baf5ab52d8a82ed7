import { addCalendarMonths } from '../../domain/calendar/calendar-day.js';
import { invalidInput, ruleRefused } from '../../domain/errors.js';
import { assertPlausibleDay } from '../../domain/place/plausible-day.js';
import { BillRun } from '../../entities/billing/bill-run.entity.js';
import { newId } from '../../entities/new-id.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { Unit } from '../../entities/place/unit.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { recordRunEvent } from './steps/record-run-event.js';
import { tariffsOfMonths } from './steps/tariffs-of-months.js';

interface StartBillRun extends CommandInput {
  readonly estateId: string;
  /** The first day of the first month. */
  readonly fromMonth: string;
  readonly months?: number | null;
  readonly tariffCodes?: readonly string[] | null;
}

/** A year at once is the most that anybody bills. */
const MOST_MONTHS = 12;

/**
 * Begins to bill an estate for some months: every unit is gone through and counted first, and nobody is charged until
 * somebody has confirmed that. One run of an estate goes on at a time. Needs `fee.bill` on the estate.
 * @rule R-FEE-01 @rule D-21
 * @throws NOT_FOUND estate
 * @throws INVALID_INPUT for a day that is no first of a month, and codes of no tariff that holds then
 * @throws RULE_REFUSED R-FEE-01 while another run of the estate goes on
 */
export async function startBillRun(ctx: CommandContext, input: StartBillRun): Promise<{ runId: string }> {
  const { estateId, fromMonth } = input;
  const { companyId, em } = ctx;
  const estate = await findRow(ctx, Estate, 'estate', estateId, 'lock');
  authorizeOn(ctx.principal, 'fee.bill', estate.id);
  const months = input.months ?? 1;
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  assertPlausibleDay('input.fromMonth', fromMonth, today);
  if (!fromMonth.endsWith('-01')) throw invalidInput('input.fromMonth', 'must be the first day of a month');
  if (months < 1 || months > MOST_MONTHS) throw invalidInput('input.months', `must lie between 1 and ${MOST_MONTHS}`);
  const tariffCodes = [...new Set(input.tariffCodes ?? [])].sort();
  const known = await tariffsOfMonths(ctx, { estateId, fromMonth, months, tariffCodes });
  const unknown = tariffCodes.filter((code) => !known.some((tariff) => tariff.code === code));
  if (unknown.length > 0 || known.length === 0)
    throw invalidInput('input.tariffCodes', 'no tariff of the estate holds in these months', { tariffCodes: unknown });
  const going = await em.findOne(BillRun, {
    companyId,
    estateId,
    stage: { $in: ['PREVIEWING', 'PREVIEWED', 'RUNNING'] },
  });
  if (going)
    throw ruleRefused('R-FEE-01', 'A run of the estate goes on: wait for it, confirm it, or call it off.', {
      runId: going.id,
      stage: going.stage,
    });
  const { currency } = await policyInForce(ctx, 'D-21', estateId, today);
  const run = em.create(BillRun, {
    ...{ companyId, id: newId(), estateId, fromMonth, months, tariffCodes, currency, stage: 'PREVIEWING' },
    ...{ afterUnitId: null, unitsTotal: await em.count(Unit, { companyId, estateId }), unitsDone: 0 },
    ...{ lines: 0, amountMinor: 0, skipped: 0, startedBy: ctx.principal.subjectId, startedAt: ctx.clock.now() },
    ...{ finishedAt: null, version: 1 },
  });
  recordRunEvent(ctx, run, 'STARTED', { fromMonth, untilMonth: addCalendarMonths(fromMonth, months), months });
  await em.flush();
  ctx.enqueue('bill-run', run.id);
  return { runId: run.id };
}
