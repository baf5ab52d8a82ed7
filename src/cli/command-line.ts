import { Command, CommanderError } from 'commander';
import { DomainError } from '../domain/errors.js';
import { ConfigurationError } from '../server/env.js';
import { backupCommand } from './backup.js';
import { bankFileCommand } from './bank-file.js';
import { companyCommand } from './company-create.js';
import { demoCommand } from './demo.js';
import { EndWith } from './end-with.js';
import { exportCommand } from './export.js';
import { importCommand } from './import.js';
import { jobsCommand } from './jobs.js';
import { keyCommand } from './key-rotate.js';
import { metricsCommand } from './metrics.js';
import { migrateCommand } from './migrate.js';
import { numbersCommand } from './numbers-check.js';
import { restoreCommand } from './restore.js';
import { retentionCommand } from './retention.js';
import { catalogueCommand } from './catalogue.js';
import { schemaCommand } from './schema.js';
import { staffCommand } from './staff-create.js';
import type { Terminal } from './terminal.js';
import { tokenCommand } from './token-issue.js';
import { UsageError } from './usage-error.js';

const DONE = 0;
const FAILED = 1;
const USAGE = 64;
const CONFIGURATION = 78;

/**
 * Runs one command.
 * @param words the command line behind the program's name
 * @returns the exit code: 0 done, 1 failed, 64 wrong command line, 78 wrong configuration, or the command's own
 */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<number> {
  const program = new Command('guanjia')
    .description('Runs and looks after Guanjia, the back end that property-management companies run their estates on.')
    .addCommand(migrateCommand(terminal))
    .addCommand(demoCommand(terminal))
    .addCommand(importCommand(terminal))
    .addCommand(bankFileCommand(terminal))
    .addCommand(exportCommand(terminal))
    .addCommand(numbersCommand(terminal))
    .addCommand(metricsCommand(terminal))
    .addCommand(companyCommand(terminal))
    .addCommand(staffCommand(terminal))
    .addCommand(tokenCommand(terminal))
    .addCommand(keyCommand(terminal))
    .addCommand(jobsCommand(terminal))
    .addCommand(backupCommand(terminal))
    .addCommand(restoreCommand(terminal))
    .addCommand(retentionCommand(terminal))
    .addCommand(schemaCommand(terminal))
    .addCommand(catalogueCommand(terminal))
    .addHelpText(
      'after',
      `
The database is the one that the program would use: DATABASE_URL, or the embedded one below DATA_DIR, also while the
program runs on it. Exit codes: 0 done, 1 failed, 64 wrong command line, 78 wrong configuration.

Examples:
  $ guanjia company create --code harbour --name "Harbour Property" --time-zone Asia/Shanghai
  $ guanjia migrate --status`,
    );
  for (const command of [program, ...everyCommandOf(program)])
    command.exitOverride().configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  try {
    await program.parseAsync([...words], { from: 'user' });
    return DONE;
  } catch (error) {
    return codeOf(error, terminal);
  }
}

function everyCommandOf(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...everyCommandOf(child)]);
}

function codeOf(error: unknown, terminal: Terminal): number {
  if (error instanceof EndWith) return error.exitCode;
  // commander has said what was wrong already, or has shown the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : USAGE;
  terminal.err(`guanjia: ${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof ConfigurationError) return CONFIGURATION;
  if (error instanceof UsageError) return USAGE;
  return error instanceof DomainError && error.code === 'INVALID_INPUT' ? USAGE : FAILED;
}
