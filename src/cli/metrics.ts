import { Command } from 'commander';
import { metricPeriod } from '../domain/metric/metric-period.js';
import { rebuildMetrics } from '../metrics/rebuild-metrics.js';
import { VERIFY_PATIENCE, verifyMetrics } from '../metrics/verify/verify-metrics.js';
import { EndWith } from './end-with.js';
import { companyOf } from './operator.js';
import { printResult, type Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { withHouse, type Opened } from './with-house.js';

interface Options {
  readonly company: string;
  readonly from?: string;
  readonly to?: string;
  readonly json?: boolean;
}

const DIFFERENT = 2;

/** `guanjia metrics verify` and `guanjia metrics rebuild`: whether figures are what the rows say, and making them so. */
export function metricsCommand(terminal: Terminal): Command {
  const verify = new Command('verify')
    .description('Compares every figure of a company with its rows, estate by estate and day by day.')
    .requiredOption('--company <code>', "the company's code")
    .option('--from <day>', 'from this local day on, YYYY-MM-DD')
    .option('--to <day>', 'before this local day, YYYY-MM-DD')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExit codes: 0 nothing differs, 1 failed, 2 figures differ, 64 wrong command line.')
    .action((options: Options) => runVerify(terminal, options));
  const rebuild = new Command('rebuild')
    .description('Brings every figure of a company up to what its rows say, while the program answers.')
    .requiredOption('--company <code>', "the company's code")
    .option('--json', 'print one JSON object')
    .action((options: Options) => runRebuild(terminal, options));
  return new Command('metrics').description('Figures of a company.').addCommand(verify).addCommand(rebuild);
}

async function runVerify(terminal: Terminal, { company, from, to, json }: Options): Promise<void> {
  if ((from === undefined) !== (to === undefined)) throw new UsageError('Give both --from and --to, or neither.');
  const period = from !== undefined && to !== undefined ? metricPeriod({ from, to }, 'option') : null;
  const compare = async ({ house }: Opened): Promise<boolean> => {
    const companyId = await companyOf(house, company);
    const differences = await verifyMetrics(house.pool, companyId, { estateIds: null, period });
    const lines = differences.map(
      ({ metric, estateId, day, grain, part, reason, segment, rows, sums }) =>
        `${metric} ${estateId} ${grain} ${day} ${[part, reason, segment].filter(Boolean).join(' ')}: rows ${rows.numerator}/${rows.denominator}, sums ${sums.numerator}/${sums.denominator}`,
    );
    printResult(terminal, json, { differences }, lines.join('\n') || 'Nothing differs.');
    return differences.length === 0;
  };
  const same = await withHouse(terminal, compare, { patience: VERIFY_PATIENCE });
  if (!same) throw new EndWith(DIFFERENT);
}

async function runRebuild(terminal: Terminal, { company, json }: Options): Promise<void> {
  await withHouse(terminal, async ({ house }) => {
    const so = await rebuildMetrics(house, await companyOf(house, company));
    printResult(
      terminal,
      json,
      so,
      `${so.looked} items looked at, ${so.told} changes told, ${so.righted} sums set right.`,
    );
  });
}
