import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A database of one test file, cloned from the migrated template. */
export interface TestDatabase {
  readonly apiUrl: string;
  readonly ownerUrl: string;
  readonly superuserUrl: string;
  /** As superuser: sees through the fence, so that tests can look at what is really stored. */
  readonly superuser: pg.Client;
  drop(): Promise<void>;
}

/** Clones the template; the caller drops the clone after closing everything on it. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const adminUrl = process.env['GUANJIA_TEST_ADMIN_URL'];
  if (!adminUrl) throw new Error('The test run has no server: start it with `npm test`.');
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(adminUrl, (admin) =>
    // As files: through the log of the server it costs twice as much.
    admin.query(`create database ${name} template guanjia_template owner guanjia_owner strategy file_copy`),
  );
  const url = (user?: string, password?: string): string => {
    const at = new URL(adminUrl);
    at.pathname = `/${name}`;
    if (user) at.username = user;
    if (password) at.password = password;
    return at.toString();
  };
  const superuser = new pg.Client({ connectionString: url() });
  await superuser.connect();
  return {
    apiUrl: url('guanjia_api', 'api'),
    ownerUrl: url('guanjia_owner', 'owner'),
    superuserUrl: url(),
    superuser,
    drop: async () => {
      await superuser.end();
      await asAdmin(adminUrl, (admin) => admin.query(`drop database if exists ${name} with (force)`));
    },
  };
}

async function asAdmin(url: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
