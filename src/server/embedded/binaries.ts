import { randomBytes } from 'node:crypto';
import { chmod, copyFile, mkdir, readFile, readdir, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import type { ClusterHome } from './cluster-home.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { runProgram } from './run-program.js';
import type { RunUser } from './run-user.js';
import { sharedPlace } from './shared-place.js';
import { hasCode } from './has-code.js';

/** The PostgreSQL programs, proven to run as the user that must run them. */
export interface Binaries {
  initdb: string;
  postgres: string;
  /** Such as 18. */
  majorVersion: number;
}

/**
 * The programs of the platform's `@embedded-postgres` package: in place, or, where the user that must run them cannot
 * (no way in, links or mode bits lost at installation), as a copy that is made once per version.
 * @throws EmbeddedPostgresError when there are none for this platform or they do not run
 */
export async function findBinaries(home: ClusterHome, log: (message: string) => void): Promise<Binaries> {
  const installed = await installedPackage();
  try {
    return await prove(installed.native, home.runAs);
  } catch (error) {
    log(`the PostgreSQL programs in ${installed.native} cannot be run in place: ${String(error)}`);
  }
  const place = home.runAs === undefined ? home.directory : await sharedPlace(home.runAs, log);
  const copy = join(place, `postgresql-${installed.version}`);
  try {
    if (await copyOnce(installed.native, copy)) log(`copied the PostgreSQL programs to ${copy}`);
    return await prove(copy, home.runAs);
  } catch (error) {
    throw new EmbeddedPostgresError(`The PostgreSQL programs in ${copy} cannot be run: ${String(error)}`);
  }
}

async function installedPackage(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  const require = createRequire(import.meta.url);
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const root = dirname(dirname(await realpath(entry)));
    const description = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version: description.version };
  } catch (error) {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for ${platform()} on ${arch()} (npm package ${name}): set DATABASE_URL to a PostgreSQL 18 server, or install that package.`,
      { cause: error },
    );
  }
}

async function prove(native: string, runAs: RunUser | undefined): Promise<Binaries> {
  const initdb = join(native, 'bin', 'initdb');
  const postgres = join(native, 'bin', 'postgres');
  const [, version] = await Promise.all([
    runProgram(initdb, ['--version'], runAs),
    runProgram(postgres, ['--version'], runAs),
  ]);
  return { initdb, postgres, majorVersion: Number.parseInt(version.replace(/^\D+/, ''), 10) };
}

/** Whole or not at all; of several programs that copy at once, one copy stays. False when it was there. */
async function copyOnce(native: string, target: string): Promise<boolean> {
  if (await stat(target).catch(() => undefined)) return false;
  const draft = `${target}.${randomBytes(6).toString('hex')}`;
  try {
    await copyTree(native, draft);
    await restoreLinks(draft);
    await rename(draft, target);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST', 'ENOTEMPTY')) return false;
    throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Copies with modes that let everybody read, whatever the installation left; links become what they point to. */
async function copyTree(source: string, target: string): Promise<void> {
  await mkdir(target);
  await chmod(target, 0o755);
  for (const name of await readdir(source)) {
    const from = join(source, name);
    const to = join(target, name);
    if ((await stat(from)).isDirectory()) {
      await copyTree(from, to);
    } else {
      await copyFile(from, to);
      await chmod(to, basename(source) === 'bin' ? 0o755 : 0o644);
    }
  }
}

/** npm packages carry no symbolic links; the package lists those that it lacks in pg-symlinks.json. */
async function restoreLinks(native: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target.replace(/^native\//, `${basename(native)}/`));
    try {
      await symlink(relative(dirname(target), source), path);
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    }
  }
}
