import { Command } from 'commander';
import { runTicketImport, type TicketImportOptions } from './run-ticket-import.js';
import { withHouse } from './with-house.js';

const HELP = `
Rows become tickets as the mapping file says; examples/import/README.md explains its keys. A row that cannot be
imported is written to the rejects file with its line and the reason, and all others are imported. The same reference
is the same ticket: importing a file again changes nothing, so an interrupted import is simply repeated.

Exit codes: 0 all rows are accounted for, 1 wrong arguments or mapping, 2 rows were rejected (with --strict),
130 interrupted.

Example:
  guanjia import tickets requests.csv --company harbour --map examples/import/service-requests.map.json`;

/** `guanjia import tickets`: history from another system's CSV file, silently, as tickets of a company. */
export function importTicketsCommand(): Command {
  return new Command('tickets')
    .description('import tickets from a CSV file by a mapping file')
    .argument('<file>', 'the CSV file; /dev/stdin reads standard input')
    .requiredOption('--company <code>', 'code of the company that the tickets belong to')
    .requiredOption('--map <file>', 'mapping file (JSON)')
    .option('--rejects <file>', 'where rejected rows go (default: rejected-<name>.csv in the working directory)')
    .option('--json', 'print the summary as one line of JSON')
    .option('--strict', 'exit with 2 when rows were rejected')
    .addHelpText('after', HELP)
    .action(async (file: string, options: Omit<TicketImportOptions, 'file'>) => {
      process.exitCode = await stoppable((signal) =>
        withHouse((house) => runTicketImport(house, { ...options, file }, VOICE, signal)),
      );
    });
}

const VOICE = {
  out: (text: string): void => void process.stdout.write(text),
  err: (text: string): void => void process.stderr.write(text),
};

/** Runs work that a first Ctrl-C asks to end and a second one kills. */
async function stoppable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const ask = (): void => stop.abort();
  process.once('SIGINT', ask).once('SIGTERM', ask);
  try {
    return await work(stop.signal);
  } finally {
    process.off('SIGINT', ask).off('SIGTERM', ask);
  }
}
