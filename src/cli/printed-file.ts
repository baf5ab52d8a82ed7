import { readFile, writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import type { Terminal } from './terminal.js';

/** A file of the project that the program prints. */
interface PrintedFile {
  /** Of the command, and of the npm script that writes the file. */
  readonly name: string;
  readonly description: string;
  readonly file: string;
  readonly print: () => string | Promise<string>;
  /** Throws where the print must not take the place of what is written. */
  readonly assertFollows?: (written: string) => void;
}

interface Options {
  readonly out?: string;
  readonly check?: string;
}

/** A command that prints such a file, writes it, or fails unless it is that print. */
export function printedFileCommand(terminal: Terminal, printed: PrintedFile): Command {
  const { name, description, file } = printed;
  return new Command(name)
    .description(description)
    .option('--out <file>', 'write it to a file')
    .addOption(new Option('--check <file>', 'fail unless the file is that print').conflicts('out'))
    .addHelpText('after', `\nExamples:\n  $ guanjia ${name} --out ${file}\n  $ guanjia ${name} --check ${file}`)
    .action((options: Options) => run(terminal, printed, options));
}

async function run(
  terminal: Terminal,
  { name, print, assertFollows }: PrintedFile,
  { out, check }: Options,
): Promise<void> {
  const text = await print();
  const file = out ?? check;
  if (file === undefined) {
    terminal.out(text);
    return;
  }
  const written = await readFile(file, 'utf8').catch(() => '');
  assertFollows?.(written);
  if (out !== undefined) await writeFile(out, text);
  else if (written !== text)
    throw new Error(`${file} is not what this program prints: run npm run ${name} and look at the difference.`);
}
