import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { hasCode } from './has-code.js';

/** Whether a process with this id runs now, under whatever user. One that has ended and waits to be reaped does not. */
export async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!hasCode(error, 'EPERM')) return false;
  }
  const state = (await linuxStatus(pid))?.[0];
  return state !== 'Z' && state !== 'X';
}

/**
 * What tells a process from a later one with the same id: the moment of its start, as text to be compared only.
 * Undefined when there is no such process or the system does not say.
 */
export async function startMark(pid: number): Promise<string | undefined> {
  if (platform() !== 'linux') return askPs(pid, 'lstart=');
  const ticks = (await linuxStatus(pid))?.[19];
  if (ticks === undefined) return undefined;
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  return `${boot.trim()}:${ticks}`;
}

/** The command line with single spaces between the arguments (a kernel's: empty); undefined when the system does not say. */
export async function commandLine(pid: number): Promise<string | undefined> {
  if (platform() !== 'linux') return askPs(pid, 'command=');
  const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  return text?.split('\0').join(' ').trim();
}

/** Waits for a process that need not be a child of ours; false when it still runs after `milliseconds`. */
export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (await isRunning(pid)) {
    if (performance.now() > deadline) return false;
    await delay(25);
  }
  return true;
}

/** The fields of /proc/PID/stat from the third (state) on: the second, the name, may itself hold spaces and brackets. */
async function linuxStatus(pid: number): Promise<string[] | undefined> {
  if (platform() !== 'linux') return undefined;
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return text === '' ? undefined : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

async function askPs(pid: number, column: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile('ps', ['-ww', '-o', column, '-p', String(pid)], (error, output) => {
      resolve(error === null && output.trim() !== '' ? output.trim() : undefined);
    });
  });
}
