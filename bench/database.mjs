import { access, chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../dist/src/server/database/migrate.js';
import { createDatabase, createRoles } from '../dist/src/server/database/roles.js';
import { startEmbeddedPostgres } from '../dist/src/server/embedded/embedded-postgres.js';

/**
 * A PostgreSQL of the bench's own in a temporary directory: the embedded one with the settings of the product, normal
 * durability included, with roles and schema as the product makes them. `close()` stops it and removes its data.
 * `lost` resolves, with why, when the server has ended and is not brought back.
 * @param settings of the server that are not the product's
 * @param keptIn a directory whose data stay, to be found there by the next run; `found` says whether they were
 */
export async function openBenchDatabase({ keptIn, settings } = {}) {
  const dataDir = keptIn ?? (await mkdtemp(join(tmpdir(), 'guanjia-bench-')));
  const found =
    keptIn !== undefined &&
    (await access(join(keptIn, 'pg')).then(
      () => true,
      () => false,
    ));
  await mkdir(dataDir, { recursive: true });
  await chmod(dataDir, 0o711);
  const server = await startEmbeddedPostgres({ dataDir, settings, log: () => undefined });
  const close = async () => {
    await server.stop();
    if (keptIn === undefined) await rm(dataDir, { recursive: true, force: true });
  };
  try {
    if (!found) await prepare(server.superuserUrl);
    const url = (user) => `postgres://${user}:${user.replace('guanjia_', '')}@127.0.0.1:${server.port}/bench`;
    await migrate(url('guanjia_owner'));
    const ownerUrl = url('guanjia_owner');
    const superuserUrl = new URL(server.superuserUrl);
    superuserUrl.pathname = '/bench';
    return {
      apiUrl: url('guanjia_api'),
      ownerUrl,
      superuserUrl: superuserUrl.toString(),
      lost: server.lost,
      found,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function prepare(superuserUrl) {
  const admin = new pg.Client({ connectionString: superuserUrl });
  await admin.connect();
  await createRoles(admin, { owner: 'owner', api: 'api' });
  await createDatabase(admin, 'bench');
  await admin.end();
}
