import { Command } from 'commander';
import { expiredRecords, sweepExpired, type Expired } from '../services/privacy/retention-sweep.js';
import { companyOf, operatorOf } from './operator.js';
import { printResult, type Terminal } from './terminal.js';
import { withHouse } from './with-house.js';

interface Options {
  readonly company: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `guanjia retention`: clears what is past its time, or says what would go. */
export function retentionCommand(terminal: Terminal): Command {
  return new Command('retention')
    .description(
      "Clears words and contacts of a company's tickets, contacts and visits whose time is over (Q-24); numbers and events stay.",
    )
    .requiredOption('--company <code>', "the company's code")
    .option('--dry-run', 'clear nothing, say what would go')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  $ guanjia retention --company harbour --dry-run
  $ guanjia retention --company harbour`,
    )
    .action((options: Options) => run(terminal, options));
}

async function run(terminal: Terminal, options: Options): Promise<void> {
  await withHouse(terminal, async ({ house }) => {
    const operator = operatorOf(await companyOf(house, options.company));
    const dryRun = options.dryRun === true;
    const expired = dryRun ? await expiredRecords(house, operator) : await sweepExpired(house, operator);
    const total = expired.reduce((sum, { count }) => sum + count, 0);
    const verb = dryRun ? 'Would clear' : 'Cleared';
    const lines = expired.map(lineOf);
    printResult(terminal, options.json, { dryRun, total, expired }, [`${verb} ${total} records.`, ...lines].join('\n'));
  });
}

const lineOf = ({ estateCode, kind, count, closedBefore }: Expired): string =>
  `  ${estateCode} ${kind}: ${count} over before ${closedBefore.toISOString()}`;
