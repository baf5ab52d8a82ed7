import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../dist/src/server/database/migrate.js';
import { createDatabase, createRoles } from '../dist/src/server/database/roles.js';
import { startEmbeddedPostgres } from '../dist/src/server/embedded/embedded-postgres.js';

/**
 * A PostgreSQL of the bench's own in a temporary directory: the embedded one with the settings of the product, normal
 * durability included, with roles and schema as the product makes them. `close()` stops it and removes its data.
 */
export async function openBenchDatabase() {
  const dataDir = await mkdtemp(join(tmpdir(), 'guanjia-bench-'));
  await chmod(dataDir, 0o711);
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  const close = async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const admin = new pg.Client({ connectionString: server.superuserUrl });
    await admin.connect();
    await createRoles(admin, { owner: 'owner', api: 'api' });
    await createDatabase(admin, 'bench');
    await admin.end();
    const url = (user) => `postgres://${user}:${user.replace('guanjia_', '')}@127.0.0.1:${server.port}/bench`;
    await migrate(url('guanjia_owner'));
    const ownerUrl = url('guanjia_owner');
    const superuserUrl = new URL(server.superuserUrl);
    superuserUrl.pathname = '/bench';
    return { apiUrl: url('guanjia_api'), ownerUrl, superuserUrl: superuserUrl.toString(), close };
  } catch (error) {
    await close();
    throw error;
  }
}
