import type { FastifyInstance } from 'fastify';
import { migrationNames } from '../database/schema-state.js';
import type { OpenHouse } from '../house.js';

/** How long the database may take to answer, in milliseconds. */
const PATIENCE_MS = 1_000;

type Check = 'ok' | 'no answer' | 'pending' | 'does not hear' | 'does not beat';

/** What a node needs to serve, each by itself. */
interface Readiness {
  readonly database: Check;
  readonly migrations: Check;
  readonly relay: Check;
  /** Timers, jobs and reactions. */
  readonly rhythm: Check;
}

/** `/healthz`: the process lives. `/readyz`: it can serve, else 503 naming what is missing. Both are open. */
export function addHealth(app: FastifyInstance, house: OpenHouse, beats: () => boolean): void {
  app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const checks = await readiness(house, beats);
    const ready = Object.values(checks).every((check) => check === 'ok');
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ok' : 'unavailable', ...checks });
  });
}

async function readiness(house: OpenHouse, beats: () => boolean): Promise<Readiness> {
  const relay = house.relay.hears ? 'ok' : 'does not hear';
  const rhythm = beats() ? 'ok' : 'does not beat';
  try {
    const applied = await within(house.pool.query<{ name: string }>('select name from mikro_orm_migrations'));
    const names = applied.rows.map((row) => row.name);
    const complete = (await migrationNames()).every((name) => names.includes(name));
    return { database: 'ok', migrations: complete ? 'ok' : 'pending', relay, rhythm };
  } catch {
    return { database: 'no answer', migrations: 'no answer', relay, rhythm };
  }
}

function within<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The database does not answer.')), PATIENCE_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
