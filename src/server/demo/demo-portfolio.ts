import { BlockList, isIP } from 'node:net';
import pg from 'pg';
import { PORTFOLIO } from '../../domain/demo/portfolio.js';
import { localDay } from '../../domain/place/local-day.js';
import { DEMO_PASSWORD_HASH } from '../../services/demo/accounts.js';
import { buildDemo, type DemoOptions, type DemoSize } from '../../services/demo/build-demo.js';
import type { House } from '../../tenancy/house.js';
import { findCredentials } from '../../tenancy/identity/credentials.js';
import type { Database } from '../database/open-database.js';
import type { Environment } from '../env.js';

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

/** Whether this is the first start of an embedded database outside production, which shows the demo on this machine. */
export async function wantsDemo(house: House, database: Database, environment: Environment): Promise<boolean> {
  if (environment.production || !mayShowDemo(environment)) return false;
  return database.mode === 'EMBEDDED' && !(await hasCompanies(house));
}

/** Logins that everybody who has the demo is told: any of them opens a company of it. */
const TOLD = ['front_desk', 'estate_manager', 'company_admin', 'quality_officer'];

/** Whether the demo's logins open this database. */
export async function hasDemo(house: House): Promise<boolean> {
  for (const { code: companyCode } of PORTFOLIO)
    for (const name of TOLD) {
      const known = await findCredentials(house.pool, { name, companyCode });
      if (known?.account?.passwordHash === DEMO_PASSWORD_HASH) return true;
    }
  return false;
}

/** Refuses to show logins with a public password to other machines. @throws Error saying what to do instead */
export async function assertDemoStaysHere(house: House, environment: Environment): Promise<void> {
  if (mayShowDemo(environment) || !(await hasDemo(house))) return;
  throw new Error(
    `This database holds the demo, whose password is public, and HOST=${environment.host} would open it to other machines. ` +
      'Listen on 127.0.0.1, use another DATA_DIR or database, or set GUANJIA_ALLOW_DEMO=public if everybody may have it.',
  );
}

/** Whether only this machine reaches the program, or everybody may have the demo. */
const mayShowDemo = ({ host, publicDemo }: Environment): boolean => publicDemo || isLoopback(host);

function isLoopback(host: string): boolean {
  const version = isIP(host);
  if (version === 0) return host === 'localhost';
  return LOOPBACK.check(host, version === 4 ? 'ipv4' : 'ipv6');
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

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
