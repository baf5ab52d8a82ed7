import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';

/** The core that a side has for itself, and the one that all others share. */
export const SIDE = 0;
export const OTHERS = 1;

/** Lets a process, with all of its threads and whatever it starts, run on one core only. */
export function keepOn(core, pid) {
  if (cpus().length < 2) throw new Error('A core for each takes a machine with two.');
  execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', String(core), String(pid)], { stdio: 'ignore' });
}
