/** Compiles what has changed of `src` and `migrations` into `dist`, and removes from there what has no source any more. */
import { glob, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { transformFile } from '@swc/core';
import options from '../swc.config.mjs';

const OUT = 'dist';
const SOURCES = ['src/**/*.ts', 'migrations/*.ts'];
/** Whoever changes one of them changes every output. */
const RECIPE = ['scripts/build.mjs', 'swc.config.mjs', 'package-lock.json'];
/** Files that are compiled at a time. */
const AT_ONCE = 64;

const mtimeOf = async (path) => (await stat(path).catch(() => undefined))?.mtimeMs ?? 0;
const outputOf = (source) => join(OUT, source.replace(/\.ts$/, '.js'));

async function compile(source) {
  const output = outputOf(source);
  const { code, map } = await transformFile(source, {
    ...options,
    swcrc: false,
    sourceMaps: true,
    sourceFileName: relative(dirname(output), source),
  });
  await mkdir(dirname(output), { recursive: true });
  await writeFile(`${output}.map`, map);
  await writeFile(output, `${code}\n//# sourceMappingURL=${output.split('/').at(-1)}.map\n`);
}

const sources = await Array.fromAsync(glob(SOURCES));
const recipe = Math.max(...(await Promise.all(RECIPE.map(mtimeOf))));
const isStale = async (source) => (await mtimeOf(outputOf(source))) <= Math.max(await mtimeOf(source), recipe);
const staleness = await Promise.all(sources.map(isStale));
const next = sources.filter((_, i) => staleness[i]).values();
const work = async () => {
  for (const source of next) await compile(source);
};
await Promise.all(Array.from({ length: AT_ONCE }, work));

const outputs = new Set(sources.map(outputOf).flatMap((output) => [output, `${output}.map`]));
for await (const path of glob(`${OUT}/{src,migrations}/**/*.{js,map}`)) if (!outputs.has(path)) await rm(path);
