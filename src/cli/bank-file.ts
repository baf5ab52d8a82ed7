import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { FILED_METHODS, type FiledMethod } from '../domain/bank-file/bank-line.js';
import { readBankMapping } from '../domain/bank-file/bank-mapping.js';
import { invalidInput, notFound } from '../domain/errors.js';
import { REJECT_REASONS } from '../domain/import/reject-reason.js';
import { BankFile } from '../entities/bank-file/bank-file.entity.js';
import { Estate } from '../entities/place/estate.entity.js';
import { loadBankFile } from '../services/bank-file/load-bank-file.js';
import type { CommandContext } from '../services/command/command-context.js';
import { runCommand, type CommandInput } from '../services/command/run-command.js';
import type { Principal } from '../tenancy/principal.js';
import { companyOf, operatorOf } from './operator.js';
import { printResult, type Terminal } from './terminal.js';
import { withHouse } from './with-house.js';

interface Options {
  readonly company: string;
  readonly estate: string;
  readonly account: string;
  readonly method: FiledMethod;
  readonly map: string;
  readonly json?: boolean;
}

const HELP = `
Every line is taken once, by the number that the bank gives it: the same file again, or another one with some of the same
lines, books nothing twice. The program that runs books them; what nobody can tell the payer of waits in suspense.
examples/import/README.md explains the mapping file.

Example:
  $ guanjia bank-file statement.csv --company harbour --estate E01 --account ICBC-0123 --map examples/import/bank-file.map.json`;

/** `guanjia bank-file FILE`: takes in what a bank or channel reports, from its CSV file. */
export function bankFileCommand(terminal: Terminal): Command {
  return new Command('bank-file')
    .description('Takes in the money that a bank or channel reports in a CSV file.')
    .argument('<file>', 'the CSV file')
    .requiredOption('--company <code>', 'code of the company')
    .requiredOption('--estate <code>', 'code of the estate whose account it is of')
    .requiredOption('--account <code>', 'the account or contract at the bank, as the company calls it')
    .addOption(new Option('--method <method>', 'how the money came').choices([...FILED_METHODS]).default('TRANSFER'))
    .requiredOption('--map <file>', 'mapping file (JSON)')
    .option('--json', 'print one JSON object')
    .addHelpText('after', HELP)
    .action(async (path: string, options: Options) => {
      const mapping = jsonOf(await textOf('--map', options.map, 'utf-8'));
      const content = await textOf('FILE', path, readBankMapping(mapping).file.encoding);
      await withHouse(terminal, async ({ house }) => {
        const companyId = await companyOf(house, options.company);
        const { estate: estateCode, account, method } = options;
        const order = { estateCode, account, method, content, mapping };
        const done = await runCommand(house, bankerOf(companyId), loadByCode, order);
        const { rows, taken, repeated, bad, flaws } = done;
        const lines = flaws.map(({ line, flaw }) => `  line ${line}: ${REJECT_REASONS[flaw]}`);
        const text = `${rows} lines: ${taken} new, ${repeated} that came before, ${bad} not taken.`;
        printResult(terminal, options.json, done, [text, ...lines].join('\n'));
      });
    });
}

interface LoadByCode extends CommandInput {
  readonly estateCode: string;
  readonly account: string;
  readonly method: FiledMethod;
  readonly content: string;
  readonly mapping: unknown;
}

/** The same for the estate of a code, with what came of it. @throws NOT_FOUND when the company has no such estate */
async function loadByCode(ctx: CommandContext, { estateCode, ...order }: LoadByCode) {
  const { companyId, em } = ctx;
  const estate = await em.findOne(Estate, { companyId, code: estateCode });
  if (!estate) throw notFound('estate');
  const { fileId } = await loadBankFile(ctx, { ...order, estateId: estate.id });
  const { rows, taken, repeated, bad, flaws } = await em.findOneOrFail(BankFile, { companyId, id: fileId });
  return { fileId, rows, taken, repeated, bad, flaws };
}

/** Whoever has the database at hand may take in what a bank reports. */
const bankerOf = (companyId: string): Principal => {
  const operator = operatorOf(companyId);
  return { ...operator, actions: new Map([...operator.actions, ['fee.bank', 'ALL']]) };
};

async function textOf(what: string, path: string, encoding: string): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw invalidInput(what, `cannot be read: ${(error as Error).message}`);
  });
  try {
    return new TextDecoder(encoding === 'auto' ? 'utf-8' : encoding, { fatal: true }).decode(bytes);
  } catch {
    throw invalidInput(what, `is not text in ${encoding}`);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw invalidInput('--map', `is no JSON: ${(error as Error).message}`);
  }
}
