import { readFile, writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { buildApiSchema } from '../server/execution/build-api-schema.js';
import { printApiSchema } from '../server/execution/print-api-schema.js';
import type { Terminal } from './terminal.js';

interface Options {
  readonly out?: string;
  readonly check?: string;
}

/** `guanjia schema`: the API in the schema definition language, with its descriptions. */
export function schemaCommand(terminal: Terminal): Command {
  return new Command('schema')
    .description('Prints the API as this program has it.')
    .option('--out <file>', 'write it to a file')
    .addOption(new Option('--check <file>', 'fail unless the file is that print').conflicts('out'))
    .addHelpText(
      'after',
      `
Examples:
  $ guanjia schema --out schema.graphql
  $ guanjia schema --check schema.graphql`,
    )
    .action((options: Options) => run(terminal, options));
}

async function run(terminal: Terminal, { out, check }: Options): Promise<void> {
  const print = printApiSchema(await buildApiSchema());
  if (out !== undefined) await writeFile(out, print);
  else if (check === undefined) terminal.out(print);
  else if ((await readFile(check, 'utf8').catch(() => '')) !== print)
    throw new Error(
      `${check} is not what this program's API looks like: run npm run schema and look at the difference.`,
    );
}
