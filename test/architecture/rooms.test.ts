import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CRUISE = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly totalDependenciesCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

/** Follows the imports below a folder that has `src`, `migrations` and the house's configuration. */
function cruise(folder: string): Promise<Cruise> {
  const args = [CRUISE, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src', 'migrations'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      if (stdout.startsWith('{')) resolve(JSON.parse(stdout) as Cruise);
      else reject(new Error(stderr, { cause: error }));
    });
  });
}

test('a room imports only rooms to its left, and no imports run in a circle', async () => {
  const { modules, summary } = await cruise(ROOT);
  expect(modules.length).toBeGreaterThan(100);
  expect(summary.totalDependenciesCruised).toBeGreaterThan(300);
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
});

describe('the import rule catches', () => {
  let folder: string;
  let caught: string[];
  const files: Readonly<Record<string, string>> = {
    'src/main.ts': `export { a } from './domain/a.js';`,
    'src/domain/a.ts': `import type { b } from '../services/b.js';\nexport type A = typeof b;\nexport const a = 1;`,
    'src/domain/reads.ts': `import { readFileSync } from 'node:fs';\nexport const reads = readFileSync;`,
    'src/domain/sends.ts': `import pg from 'pg';\nexport const sends = pg;`,
    'src/services/b.ts': `import type { view } from '../schema/view.js';\nexport const b: typeof view | null = null;`,
    'src/services/one.ts': `import type { two } from './two.js';\nexport const one = (): typeof two | null => null;`,
    'src/services/two.ts': `import type { one } from './one.js';\nexport const two = (): typeof one | null => null;`,
    'src/services/lost.ts': `import { gone } from './gone.js';\nexport const lost: unknown = gone;`,
    'src/schema/view.ts': `import { row } from '../entities/row.js';\nexport const view = row;`,
    'src/schema/door.ts': `import { door } from '../resolvers/door.js';\nexport const face = door;`,
    'src/entities/row.ts': `import { start } from '../main.js';\nexport const row: unknown = start;`,
    'src/resolvers/door.ts': `import { listen } from '../server/listen.js';\nexport const door = listen;`,
    'src/server/listen.ts': `export const listen = 1;`,
    'src/jobs/system-principal.ts': `export const system = 1;`,
    'src/cli/poses.ts': `import { system } from '../jobs/system-principal.js';\nexport const poses = system;`,
    'migrations/Migration1.ts': `import { row } from '../src/entities/row.js';\nexport const migration = row;`,
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guanjia-rooms-'));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
      await cp(join(ROOT, name), join(folder, name));
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const { summary } = await cruise(folder);
    caught = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each([
    ['a type import to the right', 'domain-imports-only-its-left: src/domain/a.ts -> src/services/b.ts'],
    ['I/O in the law', 'domain-is-pure: src/domain/reads.ts -> fs'],
    ['a package in the law', 'domain-is-pure: src/domain/sends.ts -> '],
    ['a use case that names the face', 'only-doors-name-the-face: src/services/b.ts -> src/schema/view.ts'],
    ['a circle of type imports', 'no-cycles: src/services/one.ts -> src/services/two.ts'],
    ['an import that leads nowhere', 'nothing-unresolved: src/services/lost.ts -> ./gone.js'],
    [
      'a view that needs more than the type of a row',
      'schema-knows-rows-as-types: src/schema/view.ts -> src/entities/row.ts',
    ],
    ['a view that opens a door', 'schema-is-a-leaf: src/schema/door.ts -> src/resolvers/door.ts'],
    ['a room that imports the program', 'nothing-imports-main: src/entities/row.ts -> src/main.ts'],
    ['a door that knows the server', 'resolvers-imports-only-its-left: src/resolvers/door.ts -> src/server/listen.ts'],
    [
      'anybody but the rhythm who acts for the house',
      'only-the-rhythm-acts-for-the-house: src/cli/poses.ts -> src/jobs/system-principal.ts',
    ],
    ['a migration that needs the source', 'migrations-stand-alone: migrations/Migration1.ts -> src/entities/row.ts'],
  ])('%s', (_, violation) => {
    expect(caught.filter((line) => line.startsWith(violation))).not.toEqual([]);
  });
});
