import { Command } from 'commander';
import { parseLogin } from '../domain/identity/login.js';
import { ACCESS_TOKEN_SECONDS, issueAccessToken } from '../tenancy/identity/access-token.js';
import { findCredentials } from '../tenancy/identity/credentials.js';
import { printResult, type Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { withHouse } from './with-house.js';

interface Options {
  readonly minutes?: string;
  readonly json?: boolean;
}

const MINUTES_MAX = 1_440;

/** `guanjia token issue`: an access token without a password, for whoever has the database at hand. */
export function tokenCommand(terminal: Terminal): Command {
  const issue = new Command('issue')
    .description('Prints an access token for a login, for shell scripts.')
    .argument('<login>', 'name@company')
    .option('--minutes <number>', `how long it is good, 1 to ${MINUTES_MAX} (default: ${ACCESS_TOKEN_SECONDS / 60})`)
    .option('--json', 'print one JSON object, with the expiry')
    .addHelpText(
      'after',
      `
Example:
  $ curl -s localhost:4000/graphql -H "authorization: Bearer $(guanjia token issue front_desk@harbour)" \\
      -H 'content-type: application/json' -d '{"query":"{ viewer { displayName } }"}'`,
    )
    .action((login: string, options: Options) => run(terminal, login, options));
  return new Command('token').description('Access tokens.').addCommand(issue);
}

async function run(terminal: Terminal, text: string, { minutes, json }: Options): Promise<void> {
  const login = parseLogin(text);
  if (!login) throw new UsageError('the login must be name@company');
  const lifetime = minutes === undefined ? ACCESS_TOKEN_SECONDS / 60 : Number(minutes);
  if (!Number.isInteger(lifetime) || lifetime < 1 || lifetime > MINUTES_MAX)
    throw new UsageError(`--minutes must be a whole number from 1 to ${MINUTES_MAX}`);
  await withHouse(terminal, async ({ house }) => {
    const known = await findCredentials(house.pool, login);
    if (!known?.account) throw new Error(`There is no login ${text}.`);
    if (known.account.disabledAt) throw new Error(`The login ${text} is disabled.`);
    const bearer = { companyId: known.companyId, accountId: known.account.id, familyId: null };
    const { token, expiresAt } = await issueAccessToken(house.keys, bearer, lifetime * 60);
    printResult(terminal, json, { token, expiresAt: expiresAt.toISOString() }, token);
  });
}
