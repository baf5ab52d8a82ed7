import { Command } from 'commander';
import { buildDemoPortfolio, demoDefaults, demoRefusal } from '../server/demo/demo-portfolio.js';
import { DEMO_PASSWORD } from '../services/demo/accounts.js';
import { DEMO_PATIENCE } from '../services/demo/at-leisure.js';
import { printResult, type Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { withHouse, type Opened } from './with-house.js';

interface Options {
  readonly seed?: string;
  readonly date?: string;
  readonly json?: boolean;
}

/** `guanjia demo`: builds the demo portfolio. */
export function demoCommand(terminal: Terminal): Command {
  return new Command('demo')
    .description('Builds three companies with thirty estates, people in every role and two months of repairs.')
    .option('--seed <number>', 'another portfolio for another number; the same for the same (default: 1)')
    .option('--date <day>', 'the day on which history ends, YYYY-MM-DD (default: today)')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
Every login has the password ${DEMO_PASSWORD}, so it is refused with NODE_ENV=production, and on a server of your own
that has companies already.

Example:
  $ guanjia demo --seed 7 --date 2026-03-02`,
    )
    .action((options: Options) => run(terminal, options));
}

async function run(terminal: Terminal, { seed, date, json }: Options): Promise<void> {
  if (seed !== undefined && !/^\d{1,9}$/.test(seed))
    throw new UsageError('--seed must be a whole number of at most 9 digits');
  const build = async ({ house, database, environment }: Opened): Promise<void> => {
    const refusal = await demoRefusal(house, database, environment.production);
    if (refusal !== null) throw new Error(refusal);
    const defaults = demoDefaults(new Date());
    const options = { seed: seed === undefined ? defaults.seed : Number(seed), date: date ?? defaults.date };
    const size = await buildDemoPortfolio(house, database.ownerUrl, options);
    const sizes = `${size.companies} companies, ${size.estates} estates, ${size.units} units, ${size.customers} customers, ${size.staff} staff, ${size.tickets} tickets`;
    printResult(
      terminal,
      json,
      { ...options, ...size },
      `Built ${sizes}. Sign in as front_desk@harbour with ${DEMO_PASSWORD}.`,
    );
  };
  await withHouse(terminal, build, { patience: DEMO_PATIENCE });
}
