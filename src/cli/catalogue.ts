import { readFile, writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { changedUnderVersion, metricCatalogue } from '../metrics/metric-catalogue.js';
import type { Terminal } from './terminal.js';

interface Options {
  readonly out?: string;
  readonly check?: string;
}

/** `guanjia catalogue`: the page of all that is measured. */
export function catalogueCommand(terminal: Terminal): Command {
  return new Command('catalogue')
    .description('Prints all metrics as this program has them.')
    .option('--out <file>', 'write it to a file')
    .addOption(new Option('--check <file>', 'fail unless the file is that print').conflicts('out'))
    .addHelpText(
      'after',
      `
A file is not written where a formula was changed and its version was not.

Examples:
  $ guanjia catalogue --out docs/metrics.md
  $ guanjia catalogue --check docs/metrics.md`,
    )
    .action((options: Options) => run(terminal, options));
}

async function run(terminal: Terminal, { out, check }: Options): Promise<void> {
  const print = metricCatalogue();
  const file = out ?? check;
  if (file === undefined) {
    terminal.out(print);
    return;
  }
  const written = await readFile(file, 'utf8').catch(() => '');
  const changed = changedUnderVersion(written);
  if (changed.length > 0) throw new Error(`Raise the version of ${changed.join(', ')}: the formula is another one.`);
  if (out !== undefined) await writeFile(out, print);
  else if (written !== print)
    throw new Error(`${file} is not what this program measures: run npm run catalogue and look at the difference.`);
}
