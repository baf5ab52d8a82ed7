import { Command } from 'commander';
import pg from 'pg';
import { SigningKeys } from '../tenancy/identity/signing-keys.js';
import { printResult, type Terminal } from './terminal.js';
import { withDatabase } from './with-house.js';

/** `guanjia key rotate`: a new signing key for access tokens. */
export function keyCommand(terminal: Terminal): Command {
  const rotate = new Command('rotate')
    .description('Makes a new signing key; tokens signed with the one before stay good until they expire.')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
Running nodes sign with the new key within half a minute. Run it on a schedule, and at once when GUANJIA_SECRET leaked or was lost.

Example:
  $ guanjia key rotate`,
    )
    .action(async ({ json }: { readonly json?: boolean }) => {
      await withDatabase(terminal, async ({ apiUrl, secret }) => {
        // Not the whole house: it does not open while the key that signs was sealed with another secret.
        const pool = new pg.Pool({ connectionString: apiUrl, max: 2 });
        try {
          const kid = await new SigningKeys(pool, secret).rotate();
          printResult(terminal, json, { kid }, `The key ${kid} signs from now on.`);
        } finally {
          await pool.end();
        }
      });
    });
  return new Command('key').description('Keys that sign access tokens.').addCommand(rotate);
}
