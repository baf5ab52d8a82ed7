import { readdir, readFile } from 'node:fs/promises';

/** Of the kernel: what it counts time in, a second. */
const TICKS = 100;

/**
 * Milliseconds of CPU that a PostgreSQL has used so far: its postmaster, its processes, and those that have ended. Linux only.
 * @param postmaster its process id
 */
export async function cpuOfDatabase(postmaster) {
  let ticks = 0;
  for (const name of await readdir('/proc')) {
    const stat = /^\d+$/.test(name) ? await readFile(`/proc/${name}/stat`, 'utf8').catch(() => null) : null;
    if (stat === null) continue;
    const [, parent, , , , , , , , , , user, system, ofEndedUser, ofEndedSystem] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    if (Number(name) === postmaster) ticks += user + system + ofEndedUser + ofEndedSystem;
    else if (parent === postmaster) ticks += user + system;
  }
  return (ticks * 1_000) / TICKS;
}

/** The postmaster behind a backend of it. */
export async function postmasterOf(backend) {
  const stat = await readFile(`/proc/${backend}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}
