import { billUnit, percentInState, type SkipReason, type UnitFacts } from '../../domain/billing/bill-unit.js';
import { shareOf } from '../../domain/billing/apportion.js';
import { isUnderWay, runStageAfter } from '../../domain/run-life.js';
import { nextMonthOf } from '../../domain/charge/charge-period.js';
import { meteredUse, type AccountedUse, type UseUnknown } from '../../domain/meter/metered-use.js';
import { stateOn } from '../../domain/place/household.js';
import { BillRun } from '../../entities/billing/bill-run.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { recordRunEvent } from './steps/record-run-event.js';
import { settleNewBills } from './steps/settle-new-bills.js';
import { sharedOf, type Shared } from './steps/shared-weights.js';
import { monthsOf, tariffsOfMonths, tariffsOn, type TariffRow } from './steps/tariffs-of-months.js';
import { unitsOfChunk, type UnitOfChunk } from './steps/units-of-chunk.js';
import { writeBills, writeSkips, type UnitLine, type UnitSkip } from './steps/write-bills.js';
import { writeUses, type UnitUse } from './steps/write-uses.js';

interface BillChunk extends CommandInput {
  readonly runId: string;
}

/** About so many lines go into one transaction. */
const LINES = 2_000;

/** A tariff in a month of the run, with what it shares out. */
interface Column {
  readonly month: string;
  readonly tariff: TariffRow;
  readonly shared: Shared | null;
}

/**
 * Goes on with a bill run by one chunk of units: counts in a preview, charges in a run, and keeps why a unit was skipped.
 * How far it has come is part of the same transaction, so that a crash repeats nothing and leaves nothing out; one event
 * tells of a chunk. For the program; needs `fee.bill` on the estate.
 * @rule R-FEE-01 @rule R-FEE-02 @rule R-FEE-07 @rule D-21
 * @throws NOT_FOUND run
 */
export async function billChunk(ctx: CommandContext, { runId }: BillChunk): Promise<{ readonly goesOn: boolean }> {
  const run = await ctx.load(BillRun, 'bill run', runId);
  authorizeOn(ctx.principal, 'fee.bill', run.estateId);
  if (!isUnderWay(run.stage)) return { goesOn: false };
  const { estateId } = run;
  const afterUnitId = run.afterUnitId ?? null;
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  const splitByDay = await policyInForce(ctx, 'Q-31', estateId, run.fromMonth);
  const all = await columnsOf(ctx, run);
  const [fromDay, untilDay] = [run.fromMonth, nextMonthOf(monthsOf(run).at(-1) ?? run.fromMonth)];
  const size = Math.max(1, Math.floor(LINES / Math.max(all.length, 1)));
  const units = await unitsOfChunk(ctx, { estateId, afterUnitId, size, fromDay, untilDay });
  const lines: UnitLine[] = [];
  const skips: UnitSkip[] = [];
  const uses: UnitUse[] = [];
  for (const unit of units)
    for (const column of all) {
      const { tariff, month } = column;
      if (!tariff.uses.includes(unit.use)) continue;
      const metered = tariff.basis === 'METERED' ? useOf(unit, tariff, month, uses) : null;
      const facts = factsOf(unit, column, metered);
      const bill = billUnit(tariff, facts, { month, months: run.months, splitByDay });
      const of = { unitId: unit.id, tariff };
      if (metered && typeof metered !== 'string' && isAccounted(bill))
        uses.push({ ...metered, unitId: unit.id, code: tariff.code });
      if ('skipped' in bill) skips.push({ unitId: unit.id, code: tariff.code, month, reason: bill.skipped });
      else lines.push(...bill.lines.map((line) => ({ ...line, ...of })));
    }
  const charged = run.stage === 'RUNNING' ? await writeBills(ctx, run, today, lines) : lines;
  if (run.stage === 'RUNNING') await writeUses(ctx, run, uses);
  await writeSkips(ctx, run, skips);
  const goesOn = units.length === size;
  Object.assign(run, {
    afterUnitId: units.at(-1)?.id ?? afterUnitId,
    unitsDone: run.unitsDone + units.length,
    lines: run.lines + charged.length,
    amountMinor: charged.reduce((sum, { amountMinor }) => sum + amountMinor, run.amountMinor),
    skipped: run.skipped + skips.length,
    version: run.version + 1,
  });
  if (run.stage === 'RUNNING') await settleNewBills(ctx, estateId, charged);
  recordRunEvent(ctx, run, 'CHUNK', { units: units.length, charged: charged.length });
  if (!goesOn) finish(ctx, run);
  return { goesOn };
}

function finish(ctx: CommandContext, run: BillRun): void {
  const stage = runStageAfter(run.stage);
  Object.assign(run, { stage, version: run.version + 1, finishedAt: stage === 'DONE' ? ctx.clock.now() : null });
  recordRunEvent(ctx, run, stage === 'DONE' ? 'DONE' : 'PREVIEWED');
}

async function columnsOf(ctx: CommandContext, run: BillRun): Promise<Column[]> {
  const tariffs = await tariffsOfMonths(ctx, run);
  const place = { estateId: run.estateId, afterUnitId: run.afterUnitId ?? null };
  const found: Column[] = [];
  for (const month of monthsOf(run))
    for (const tariff of tariffsOn(tariffs, month))
      found.push({
        month,
        tariff,
        shared: tariff.basis === 'APPORTIONED' ? await sharedOf(ctx, place, tariff, month) : null,
      });
  return found;
}

function factsOf(
  unit: UnitOfChunk,
  { tariff, month, shared }: Column,
  metered: AccountedUse | UseUnknown | null,
): UnitFacts {
  const { chargeAreaMilli, states, holders, billed } = unit;
  let sharedMinor: number | null = null;
  if (shared && chargeAreaMilli !== null) {
    const weight = chargeAreaMilli * percentInState(tariff, stateOn(states, month));
    if (shared.amountMinor !== null) sharedMinor = shareOf(shared.amountMinor, weight, shared);
    shared.before += weight;
  }
  return {
    ...{ chargeAreaMilli, states, holders, sharedMinor },
    usage: metered === null ? 'NO_READING' : typeof metered === 'string' ? metered : metered.useMilli,
    billed: billed.some((each) => each.code === tariff.code && each.month === month),
  };
}

/** What a unit's meters have counted for a month, after what was charged of it before and in this chunk. */
function useOf(unit: UnitOfChunk, { code, kind }: TariffRow, month: string, uses: readonly UnitUse[]) {
  const meters = unit.meters.filter((meter) => meter.kind === kind);
  const now = uses.filter((use) => use.unitId === unit.id && use.code === code);
  const before = unit.accounted.filter((use) => use.code === code && !now.some((each) => each.month === use.month));
  return meteredUse(meters, month, [...before, ...now]);
}

/** Whose use is nobody else's: that of days on which nobody is there to pay, or only who was erased. */
const NOBODYS: readonly SkipReason[] = ['NO_PAYER', 'PAYER_ERASED'];

/** What nobody can be charged for is nobody's; what was too little to charge is charged with what comes. */
const isAccounted = (bill: ReturnType<typeof billUnit>): boolean =>
  !('skipped' in bill) || NOBODYS.includes(bill.skipped);
