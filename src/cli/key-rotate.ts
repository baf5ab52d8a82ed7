import { Command } from 'commander';
import { printResult, type Terminal } from './terminal.js';
import { withHouse } from './with-house.js';

/** `guanjia key rotate`: a new signing key for access tokens. */
export function keyCommand(terminal: Terminal): Command {
  const rotate = new Command('rotate')
    .description('Makes a new signing key; tokens signed with the one before stay good until they expire.')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
Running nodes sign with the new key within half a minute. Run it on a schedule, and at once when GUANJIA_SECRET leaked.

Example:
  $ guanjia key rotate`,
    )
    .action(async ({ json }: { readonly json?: boolean }) => {
      await withHouse(terminal, async ({ house }) => {
        const kid = await house.keys.rotate();
        printResult(terminal, json, { kid }, `The key ${kid} signs from now on.`);
      });
    });
  return new Command('key').description('Keys that sign access tokens.').addCommand(rotate);
}
