import pg from 'pg';
import { localDay } from '../../domain/place/local-day.js';
import { DEMO_PASSWORD_HASH } from '../../services/demo/accounts.js';
import { buildDemo, type DemoOptions, type DemoSize } from '../../services/demo/build-demo.js';
import type { House } from '../../tenancy/house.js';
import { findCredentials } from '../../tenancy/identity/credentials.js';
import type { Database } from '../database/open-database.js';

/** What the demo is built from when nobody says otherwise: history up to yesterday evening. */
export const demoDefaults = (now: Date): DemoOptions => ({ seed: 1, date: localDay(now, 'Asia/Shanghai') });

/** Why the demo must not be built here; null when it may. Its password is public. */
export async function demoRefusal(house: House, database: Database, production: boolean): Promise<string | null> {
  if (production) return 'The demo has a public password and is not built with NODE_ENV=production.';
  if (database.mode === 'OWN' && (await hasCompanies(house)))
    return 'This database has companies already, and the demo is not built beside them: use an empty one.';
  return null;
}

/** Builds the demo and has the database count what it now holds, so that the first queries are planned well. */
export async function buildDemoPortfolio(
  house: House,
  ownerUrl: string | null,
  options: DemoOptions,
): Promise<DemoSize> {
  const size = await buildDemo(house, options);
  if (ownerUrl !== null) await analyze(ownerUrl);
  return size;
}

/** Whether this is the first start of an embedded database outside production, which shows the demo. */
export async function wantsDemo(house: House, database: Database, production: boolean): Promise<boolean> {
  return !production && database.mode === 'EMBEDDED' && !(await hasCompanies(house));
}

/** Whether the demo's logins open this database. */
export async function hasDemo(house: House): Promise<boolean> {
  const known = await findCredentials(house.pool, { name: 'front_desk', companyCode: 'harbour' });
  return known?.account?.passwordHash === DEMO_PASSWORD_HASH;
}

async function hasCompanies(house: House): Promise<boolean> {
  const { rowCount } = await house.pool.query('select 1 from company_directory limit 1');
  return (rowCount ?? 0) > 0;
}

async function analyze(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('analyze');
  } finally {
    await owner.end();
  }
}
