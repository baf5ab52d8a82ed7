import { Command } from 'commander';
import { EndWith } from './end-with.js';
import { IMPORT_KINDS, type ImportKind } from './import-kinds.js';
import { runImport, type ImportOptions } from './run-import.js';
import type { Terminal } from './terminal.js';
import { withHouse } from './with-house.js';

const HELP = `
Rows become what the mapping file says; examples/import/README.md explains its keys. A row that cannot be imported is
written to the rejects file with its line and the reason, and all others are imported. The same reference is the same
thing: importing a file again changes nothing, so an interrupted import is simply repeated.

Exit codes: 0 every row is accounted for, 1 failed, 2 rows were rejected (with --strict), 64 wrong command line,
mapping or header, 130 interrupted.

Example:
  $ guanjia import `;

/** `guanjia import tickets|units|people|staff`: what a company had before, from another system's CSV file, silently. */
export function importCommand(terminal: Terminal): Command {
  const command = new Command('import').description('Brings along what a company had before.');
  for (const kind of Object.keys(IMPORT_KINDS) as ImportKind[]) command.addCommand(kindCommand(kind, terminal));
  return command;
}

function kindCommand(kind: ImportKind, terminal: Terminal): Command {
  const { description, example } = IMPORT_KINDS[kind];
  return new Command(kind)
    .description(description)
    .argument('<file>', 'the CSV file; - reads standard input')
    .requiredOption('--company <code>', 'code of the company that the rows belong to')
    .requiredOption('--map <file>', 'mapping file (JSON)')
    .option('--rejects <file>', 'where rejected rows go (default: rejected-<name>.csv in the working directory)')
    .option('--json', 'print one JSON object')
    .option('--strict', 'exit with 2 when rows were rejected')
    .addHelpText('after', `${HELP}${kind} ${example}`)
    .action(async (file: string, options: Omit<ImportOptions, 'file'>) => {
      const code = await stoppable((signal) =>
        withHouse(terminal, ({ house }) => runImport(house, kind, { ...options, file }, terminal, signal)),
      );
      if (code !== 0) throw new EndWith(code);
    });
}

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
