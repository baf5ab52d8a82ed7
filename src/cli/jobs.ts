import { Command } from 'commander';
import { dropParked } from '../jobs/parked/drop-parked.js';
import { listParked } from '../jobs/parked/list-parked.js';
import type { Parked } from '../jobs/parked/parked.js';
import { retryParked } from '../jobs/parked/retry-parked.js';
import { REACTIONS } from '../jobs/reaction/reactions.js';
import type { House } from '../tenancy/house.js';
import { EndWith } from './end-with.js';
import { printResult, type Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { withHouse } from './with-house.js';

interface Options {
  readonly all?: boolean;
  readonly json?: boolean;
}

type Treatment = (house: House, parked: Parked) => Promise<boolean>;

/** `guanjia jobs list`, `retry` and `drop`: what the program does by itself and could not. */
export function jobsCommand(terminal: Terminal): Command {
  return new Command('jobs')
    .description('Jobs, timers and reactions that have failed for good and wait for an operator.')
    .addCommand(listCommand(terminal))
    .addCommand(
      treatCommand(terminal, 'retry', 'Tried again', (house, parked) => retryParked(house, REACTIONS, parked)),
    )
    .addCommand(treatCommand(terminal, 'drop', 'Dropped', dropParked));
}

const listCommand = (terminal: Terminal): Command =>
  new Command('list')
    .description('Lists them with their ids, the oldest first: at most 1,000 of a company and kind.')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  $ guanjia jobs list')
    .action(async ({ json }: Options) => {
      await withHouse(terminal, async ({ house }) => {
        const parked = await listParked(house);
        printResult(terminal, json, { parked: parked.map(shown) }, parked.map(lineOf).join('\n') || 'Nothing waits.');
      });
    });

const SENSE = {
  retry: 'Has them tried again, when what they failed at has been put right.',
  drop: 'Gives them up: their effects never happen.',
};

function treatCommand(terminal: Terminal, name: 'retry' | 'drop', done: string, treat: Treatment): Command {
  return new Command(name)
    .description(SENSE[name])
    .argument('[ids...]', 'ids as `guanjia jobs list` shows them')
    .option('--all', 'all that are listed')
    .option('--json', 'print one JSON object')
    .addHelpText('after', `\nExample:\n  $ guanjia jobs ${name} job/0190f3a2-7c1e-7d44-8a51-3b9f0e6d2c10`)
    .action(async (ids: readonly string[], { all, json }: Options) => {
      if ((all === true) === ids.length > 0) throw new UsageError('give ids, or --all');
      await withHouse(terminal, async ({ house }) => {
        const parked = await listParked(house);
        const meant = all ? parked : parked.filter(({ id }) => ids.includes(id));
        const unknown = ids.filter((id) => !parked.some((known) => known.id === id));
        for (const id of unknown) terminal.err(`guanjia: nothing waits under ${id}\n`);
        const treated: string[] = [];
        for (const one of meant) if (await attempt(terminal, house, one, treat)) treated.push(one.id);
        printResult(terminal, json, { [name]: treated }, `${done}: ${treated.length}.`);
        if (unknown.length > 0 || treated.length < meant.length) throw new EndWith(1);
      });
    });
}

/** One that fails keeps the others from nothing. */
async function attempt(terminal: Terminal, house: House, parked: Parked, treat: Treatment): Promise<boolean> {
  try {
    return await treat(house, parked);
  } catch (error) {
    terminal.err(`guanjia: ${parked.id}: ${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
}

const shown = ({ id, kind, companyCode, name, subject, parkedAt, failure }: Parked) => ({
  id,
  kind,
  company: companyCode,
  name,
  subject,
  parkedAt: parkedAt.toISOString(),
  failure,
});

const lineOf = ({ id, companyCode, name, subject, parkedAt, failure }: Parked): string =>
  [parkedAt.toISOString(), companyCode, name, subject, failure ?? '-', id].join('  ');
