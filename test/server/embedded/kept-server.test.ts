import { expect, test } from '@jest/globals';
import { KeptServer } from '../../../src/server/embedded/kept-server.js';

/** A process that ends when it is told to, or when it is stopped. */
function server() {
  let end: (how: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => (end = resolve));
  const stop = (): Promise<void> => {
    end('it was stopped');
    return Promise.resolve();
  };
  return { ended, end, stop };
}

const PAUSES = [1, 1, 1, 1, 1];

test('a server that does not start again in five attempts is lost, and the reason is told', async () => {
  const first = server();
  let attempts = 0;
  const again = () => {
    attempts += 1;
    return Promise.reject(new Error('the disk is full'));
  };
  const kept = new KeptServer(first, again, () => undefined, PAUSES);
  first.end('it was ended by SIGKILL');
  expect((await kept.lost).message).toBe(
    'The embedded PostgreSQL stopped by itself: it was ended by SIGKILL, and does not start again: Error: the disk is full',
  );
  expect(attempts).toBe(5);
});

test('a server that ends for the sixth time in ten minutes is lost', async () => {
  const servers = [server()];
  const told: string[] = [];
  const again = () => {
    const next = server();
    servers.push(next);
    queueMicrotask(() => next.end('it ended with code 1'));
    return Promise.resolve(next);
  };
  const kept = new KeptServer(servers[0] ?? server(), again, (message) => void told.push(message), PAUSES);
  servers[0]?.end('it ended with code 1');
  expect((await kept.lost).message).toContain('for the 6th time in ten minutes');
  expect([servers.length, told.length]).toEqual([6, 5]);
});

test('a server that is stopped stays stopped, also while it is being started again', async () => {
  const first = server();
  let starts = 0;
  const again = () => {
    starts += 1;
    return Promise.resolve(server());
  };
  const kept = new KeptServer(first, again, () => undefined, PAUSES);
  first.end('it was ended by SIGKILL');
  await kept.stop();
  await kept.stop();
  expect(starts).toBeLessThanOrEqual(1);
  const quiet = server();
  const other = new KeptServer(quiet, again, () => undefined, PAUSES);
  await other.stop();
  expect(starts).toBeLessThanOrEqual(1);
});
