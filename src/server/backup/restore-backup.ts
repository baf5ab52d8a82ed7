import { randomBytes } from 'node:crypto';
import { chown, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { createDatabase, createRoles } from '../database/roles.js';
import { embeddedUrls, EMBEDDED_DATABASE } from '../database/embedded-urls.js';
import { migrateTo } from '../database/migrate.js';
import { migrationNames, newerDatabase } from '../database/schema-state.js';
import { findBinaries } from '../embedded/binaries.js';
import { locateCluster, type ClusterHome } from '../embedded/cluster-home.js';
import { lockDataDirectory } from '../embedded/data-directory-lock.js';
import { openDataDirectory } from '../embedded/data-directory.js';
import { exchangeCluster, finishExchange } from '../embedded/exchange-cluster.js';
import { DRAFT, initialiseCluster } from '../embedded/initialise-cluster.js';
import { launchServer } from '../embedded/launch-server.js';
import { loadOrCreateSecrets, type EmbeddedSecrets } from '../embedded/secrets.js';
import { stopOrphan } from '../embedded/stop-orphan.js';
import { keptFolder } from '../files/disk-store.js';
import { linkAside } from '../files/link-aside.js';
import { filesFolder, openFileStore } from '../files/open-file-store.js';
import type { S3Settings } from '../files/s3-settings.js';
import { BackupError } from './backup-error.js';
import { loadBackup } from './load-backup.js';
import { loadFiles } from './load-files.js';
import { secretPrint, type Manifest } from './manifest.js';
import { verifyBackup } from './read-backup.js';

interface RestoreOrder {
  readonly file: string;
  readonly dataDir: string;
  /** GUANJIA_SECRET; null where the data directory keeps it. */
  readonly secret: string | null;
  /** The bucket that attachments lie in; null puts them below the data directory. */
  readonly filesS3: S3Settings | null;
  /** Moves a database that is there aside, instead of refusing. */
  readonly force: boolean;
  /** Restores although the signing keys in the backup were sealed with another secret. */
  readonly otherSecret: boolean;
  readonly log: (message: string) => void;
  readonly now: Date;
}

/** What was restored. */
interface Restored {
  readonly manifest: Manifest;
  /** Where the database lies that was there before; null when there was none. */
  readonly aside: string | null;
}

/**
 * Builds a new cluster from a backup beside the present one, adds the attachments, and exchanges them as the last step: whatever fails or
 * interrupts it before leaves the present database as it is. Every company's epoch rises. Migrations that are newer than
 * the backup are applied by the next start of the program.
 * @throws BackupError when the backup is damaged, a database is there and `force` is not set, or the secret is another
 * @throws DataDirectoryInUseError when a program runs on the data directory
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const manifest = await verifyBackup(order.file);
  const known = await migrationNames();
  const unknown = manifest.migrations.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw newerDatabase(unknown);
  const dataDir = await openDataDirectory(order.dataDir);
  const locks = [await lockDataDirectory(dataDir)];
  try {
    const home = await locateCluster(dataDir, order.log);
    if (home.directory !== dataDir) locks.push(await lockDataDirectory(home.directory));
    await finishExchange(home.directory);
    const present = await exists(join(home.directory, 'pg', 'PG_VERSION'));
    if (present && !order.force)
      throw new BackupError(`${dataDir} holds a database. With --force it is moved aside, not deleted.`);
    const secrets = await secretsFor(dataDir, manifest, order);
    await stopOrphan(join(home.directory, 'pg'), order.log);
    return { manifest, aside: await build(home, dataDir, secrets, manifest, present, order) };
  } finally {
    for (const lock of locks.toReversed()) await lock.release();
  }
}

/** A backup opens only with the secret that sealed its keys: it is compared before anything is made. */
async function secretsFor(dataDir: string, manifest: Manifest, order: RestoreOrder): Promise<EmbeddedSecrets> {
  const fresh = !(await exists(join(dataDir, 'secrets.json')));
  const known = fresh ? null : await loadOrCreateSecrets(dataDir);
  const secret = order.secret ?? known?.guanjiaSecret;
  if (!order.otherSecret && (secret === undefined || secretPrint(secret) !== manifest.secretPrint))
    throw new BackupError(
      'The signing keys of this backup were sealed with another secret. Put the secrets.json of its DATA_DIR into this one, or set its GUANJIA_SECRET; with --other-secret it is restored all the same, and `guanjia key rotate` must run before the program starts.',
    );
  return known ?? loadOrCreateSecrets(dataDir);
}

async function build(
  home: ClusterHome,
  dataDir: string,
  secrets: EmbeddedSecrets,
  manifest: Manifest,
  present: boolean,
  { file, filesS3, log, now }: RestoreOrder,
): Promise<string | null> {
  const { superuserPassword } = secrets;
  const draft = join(home.directory, `${DRAFT}${randomBytes(6).toString('hex')}`);
  const newHome = { directory: draft, runAs: home.runAs };
  await mkdir(draft, { mode: 0o700 });
  try {
    if (home.runAs) await chown(draft, home.runAs.uid, home.runAs.gid);
    const binaries = await findBinaries(home, log);
    await initialiseCluster(newHome, binaries, { superuserPassword, durable: true, log });
    const server = await launchServer({ dataDir, home: newHome, binaries, superuserPassword, settings: {}, log });
    try {
      await fill(server.superuserUrl, server.port, secrets, file, manifest);
    } finally {
      await server.postmaster.stop();
    }
    const stamp = `before-restore-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
    const aside = join(home.directory, `pg.${stamp}`);
    if (present) await linkAside(keptFolder(filesFolder(dataDir)), join(filesFolder(dataDir), `kept.${stamp}`));
    if (manifest.files) await loadFiles(await openFileStore({ filesS3, dataDir }), file);
    await exchangeCluster(home.directory, { next: join(draft, 'pg'), aside });
    return present ? aside : null;
  } finally {
    await rm(draft, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

async function fill(
  superuserUrl: string,
  port: number,
  secrets: EmbeddedSecrets,
  file: string,
  manifest: Manifest,
): Promise<void> {
  const admin = new pg.Client({ connectionString: superuserUrl });
  await admin.connect();
  try {
    await createRoles(admin, { owner: secrets.ownerPassword, api: secrets.apiPassword });
    await createDatabase(admin, EMBEDDED_DATABASE);
  } finally {
    await admin.end();
  }
  const urls = embeddedUrls(port, secrets);
  await migrateTo(urls.ownerUrl, manifest.migrations);
  await loadBackup(urls.superuserUrl, file, manifest);
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
