import { hasCode } from './has-code.js';

/**
 * Ends a postmaster: fast (clients are dropped, everything is written), after a minute at once (the next start
 * recovers). Never by SIGKILL, which would leave its children behind. `ended(ms)` waits and says whether it has ended.
 * False when it runs on in spite of both.
 */
export async function shutDown(pid: number, ended: (milliseconds: number) => Promise<boolean>): Promise<boolean> {
  for (const [signal, milliseconds] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (!hasCode(error, 'ESRCH')) throw error;
    }
    if (await ended(milliseconds)) return true;
  }
  return false;
}
