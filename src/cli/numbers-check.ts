import { Command } from 'commander';
import { numberSeries } from '../loaders/numbering/number-series.js';
import { ReadMoment } from '../tenancy/read/read-moment.js';
import { houseVariables } from '../tenancy/session-variables.js';
import { EndWith } from './end-with.js';
import { companyOf } from './operator.js';
import { printResult, type Terminal } from './terminal.js';
import { withHouse } from './with-house.js';

interface Options {
  readonly company: string;
  readonly year?: string;
  readonly json?: boolean;
}

const MISSING = 2;

/** `guanjia numbers check`: whether every number of a company is accounted for. */
export function numbersCommand(terminal: Terminal): Command {
  const check = new Command('check')
    .description('Lists the series of a company with what is missing.')
    .requiredOption('--company <code>', "the company's code")
    .option('--year <year>', 'of this local year only')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExit codes: 0 nothing is missing, 1 failed, 2 numbers are missing, 64 wrong command line.')
    .action((options: Options) => run(terminal, options));
  return new Command('numbers').description('Numbers of tickets.').addCommand(check);
}

async function run(terminal: Terminal, { company, year, json }: Options): Promise<void> {
  const complete = await withHouse(terminal, async ({ house }) => {
    const companyId = await companyOf(house, company);
    const moment = new ReadMoment(house.pool, houseVariables(companyId), companyId);
    const of = { estateIds: null, ...(year === undefined ? {} : { year: Number(year) }) };
    const series = await numberSeries(moment, companyId, of).finally(() => moment.finish());
    const lines = series.map(({ subject, year: of, first, last, drawn, held, cancelled, missing }) => {
      const gaps = missing.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ') || 'nothing';
      return `${subject} ${of}: ${first ?? '–'} … ${last ?? '–'}, ${drawn} drawn, ${held} held, ${cancelled} called off, missing: ${gaps}`;
    });
    printResult(terminal, json, { series }, lines.join('\n') || 'No number has been drawn yet.');
    return series.every(({ missing }) => missing.length === 0);
  });
  if (!complete) throw new EndWith(MISSING);
}
