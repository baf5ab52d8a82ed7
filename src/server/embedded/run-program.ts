import { execFile } from 'node:child_process';
import type { RunUser } from './run-user.js';

/**
 * The surroundings of every PostgreSQL program: no variable of ours reaches it (PGDATA, PGPORT, LD_LIBRARY_PATH …), its
 * messages are English, and it does not stand in a directory that its user may not enter.
 */
export const SURROUNDINGS = { env: { LC_ALL: 'C', LANG: 'C', TZ: 'UTC' }, cwd: '/' };

/** Runs a program to its end and gives what it printed. Rejects, with what it said in the message, when it fails. */
export async function runProgram(file: string, args: string[], runAs: RunUser | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(file, args, { ...SURROUNDINGS, ...runAs, maxBuffer: 16 << 20 }, (error, output, complaint) => {
      if (error === null) resolve(output);
      else reject(new Error([error.message.split('\n')[0], complaint.trim()].filter((part) => part !== '').join('\n')));
    });
  });
}
