import { chmod, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { JOBS } from '../../dist/src/jobs/job/jobs.js';
import { ensureQueues } from '../../dist/src/jobs/job/queues.js';
import { migrate } from '../../dist/src/server/database/migrate.js';
import { createDatabase, createRoles } from '../../dist/src/server/database/roles.js';
import { startEmbeddedPostgres } from '../../dist/src/server/embedded/embedded-postgres.js';
import { fastestFolder } from './fastest-folder.js';

/** Starts the one real PostgreSQL of a test run and migrates the template that every test file clones. */
export default async function globalSetup() {
  const dataDir = await mkdtemp(join(await fastestFolder(), 'guanjia-test-'));
  // Under root PostgreSQL runs as another user, who must get in: else the data would lie elsewhere and stay behind.
  await chmod(dataDir, 0o711);
  const server = await startEmbeddedPostgres({
    dataDir,
    log: () => undefined,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  const admin = new pg.Client({ connectionString: server.superuserUrl });
  await admin.connect();
  const passwords = { owner: 'owner', api: 'api' };
  await createRoles(admin, passwords);
  await createDatabase(admin, 'guanjia_template');
  await admin.end();
  await migrate(`postgres://guanjia_owner:owner@127.0.0.1:${server.port}/guanjia_template`);
  // As the first node that starts does.
  const queues = new pg.Pool({
    connectionString: `postgres://guanjia_api:api@127.0.0.1:${server.port}/guanjia_template`,
  });
  await ensureQueues(queues, JOBS);
  await queues.end();
  process.env.GUANJIA_TEST_ADMIN_URL = server.superuserUrl;
  globalThis.guanjiaTestServer = { server, dataDir };
}
