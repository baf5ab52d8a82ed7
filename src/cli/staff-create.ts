import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { Command, Option } from 'commander';
import { notFound } from '../domain/errors.js';
import { ROLES, type Role } from '../domain/identity/role.js';
import { Secret } from '../domain/identity/secret.js';
import { Estate } from '../entities/place/estate.entity.js';
import type { CommandContext } from '../services/command/command-context.js';
import { runCommand, type CommandInput } from '../services/command/run-command.js';
import { assignRole } from '../services/identity/assign-role.js';
import { createStaffAccount } from '../services/identity/create-staff-account.js';
import { companyOf, operatorOf } from './operator.js';
import { printResult, type Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { withHouse } from './with-house.js';

interface Options {
  readonly company: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly estate?: readonly string[];
  readonly passwordStdin?: boolean;
  readonly json?: boolean;
}

const PASSWORD_MIN = 10;

/** `guanjia staff create`: somebody with a login and a role. */
export function staffCommand(terminal: Terminal): Command {
  const create = new Command('create')
    .description('Takes on a member of staff with a login and a role on some estates, or on all of the company.')
    .requiredOption('--company <code>', "the company's code")
    .requiredOption('--login <name>', 'the part of the login before @')
    .requiredOption('--name <name>', 'the name that others see')
    .addOption(new Option('--role <role>', 'what the person is').choices(ROLES).makeOptionMandatory())
    .option('--estate <codes...>', 'codes of the estates; without it all of the company')
    .option('--password-stdin', 'read the password from standard input; without it one is made and printed once')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  $ guanjia staff create --company harbour --login wang --name 王芳 --role COMPANY_ADMIN
  $ pass show wang | guanjia staff create --company harbour --login wang --name 王芳 --role FRONT_DESK --estate E01 E02 --password-stdin`,
    )
    .action((options: Options) => run(terminal, options));
  return new Command('staff').description('Staff of a company.').addCommand(create);
}

async function run(terminal: Terminal, options: Options): Promise<void> {
  const given = options.passwordStdin ? (await text(terminal.input)).split(/\r?\n/, 1)[0] : undefined;
  if (given !== undefined && given.length < PASSWORD_MIN)
    throw new UsageError(`the password on standard input must have at least ${PASSWORD_MIN} characters`);
  const password = given ?? randomBytes(15).toString('base64url');
  await withHouse(terminal, async ({ house }) => {
    const companyId = await companyOf(house, options.company);
    const done = await runCommand(house, operatorOf(companyId), hire, { ...options, password: new Secret(password) });
    const login = `${options.login.toLowerCase()}@${options.company}`;
    const result = { staffId: done.staffId, login, ...(given === undefined ? { password } : {}) };
    const shown = given === undefined ? ` Password, shown this once: ${password}` : '';
    printResult(terminal, options.json, result, `Created ${login} as ${options.role}.${shown}`);
  });
}

interface Hire extends CommandInput, Pick<Options, 'login' | 'name' | 'role' | 'estate'> {
  readonly password: Secret;
}

/** Account and roles at once, or neither. */
async function hire(ctx: CommandContext, input: Hire): Promise<{ staffId: string }> {
  const codes = [...new Set(input.estate ?? [])];
  const estates = await ctx.em.find(Estate, { companyId: ctx.companyId, code: { $in: codes } });
  for (const code of codes) if (!estates.some((estate) => estate.code === code)) throw notFound(`estate ${code}`);
  const { staffId } = await createStaffAccount(ctx, {
    displayName: input.name,
    login: input.login,
    password: input.password,
    estateId: estates.length === 1 ? (estates[0]?.id ?? null) : null,
  });
  const { role } = input;
  for (const estateId of estates.length === 0 ? [null] : estates.map((estate) => estate.id))
    await assignRole(ctx, { staffId, role, estateId });
  return { staffId };
}
