import type { Writable } from 'node:stream';
import type { Pool, PoolClient } from 'pg';

/**
 * Statements that are sent in one turn of the event loop leave each connection as one write: pipelined statements cost
 * one system call together instead of one each.
 */
export function gatherWrites(pool: Pool): void {
  pool.on('connect', (client) => {
    const { stream } = (client as PoolClient & { readonly connection: { readonly stream: Writable } }).connection;
    const send = client.query.bind(client) as (...query: unknown[]) => unknown;
    let gathering = false;
    const letGo = (): void => {
      gathering = false;
      stream.uncork();
    };
    client.query = ((...query: unknown[]) => {
      if (!gathering) {
        gathering = true;
        stream.cork();
        process.nextTick(letGo);
      }
      return send(...query);
    }) as typeof client.query;
  });
}
