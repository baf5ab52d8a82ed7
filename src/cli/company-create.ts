import { Command } from 'commander';
import { createCompany } from '../services/company/create-company.js';
import { printResult, type Terminal } from './terminal.js';
import { withHouse } from './with-house.js';

interface Options {
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  readonly json?: boolean;
}

/** `guanjia company create`. */
export function companyCommand(terminal: Terminal): Command {
  const create = new Command('create')
    .description('Founds a company; its first administrator is made with `guanjia staff create`.')
    .requiredOption('--code <code>', 'what stands behind @ in its logins: lower-case letters, digits, hyphens')
    .requiredOption('--name <name>', 'its name')
    .requiredOption('--time-zone <zone>', 'its IANA time zone, such as Asia/Shanghai')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
Example:
  $ guanjia company create --code harbour --name 海港物业 --time-zone Asia/Shanghai`,
    )
    .action(async ({ code, name, timeZone, json }: Options) => {
      await withHouse(terminal, async ({ house }) => {
        const { companyId } = await createCompany(house, { code, name, timeZone });
        printResult(terminal, json, { companyId, code }, `Created the company ${code} (${companyId}).`);
      });
    });
  return new Command('company').description('Companies of this deployment.').addCommand(create);
}
