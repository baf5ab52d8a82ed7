import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';
import swc from '../../swc.config.mjs';

const ROOT = new URL('../../', import.meta.url).href;
const TESTS = `${ROOT}test/`;
const GLOBALS = new URL('jest-globals.mjs', import.meta.url).href;

/**
 * Node itself loads the TypeScript of the product and of its tests, as jest is told by `native-runner.mjs`. What stands in
 * `test` is loaded anew for every test file, under the number that the file was imported with; the product once.
 */
registerHooks({
  resolve(specifier, context, next) {
    const { parentURL = '' } = context;
    if (!parentURL.startsWith(ROOT)) return next(specifier, context);
    if (specifier === '@jest/globals') return { url: GLOBALS + new URL(parentURL).search, shortCircuit: true };
    const found = typescriptOf(specifier, parentURL);
    return found === undefined ? next(specifier, context) : { url: found, format: 'module', shortCircuit: true };
  },
  load(url, context, next) {
    if (!url.startsWith(ROOT) || !/\.ts(\?|$)/.test(url)) return next(url, context);
    return { format: 'module', source: url.startsWith(TESTS) ? compiled(url) : built(url), shortCircuit: true };
  },
});

/** The TypeScript that stands behind the `.js` of an import, if any. */
function typescriptOf(specifier, parentURL) {
  if (!/^\.{1,2}\/.*\.js$/.test(specifier)) return undefined;
  const parent = new URL(parentURL);
  const url = new URL(specifier.replace(/js$/, 'ts'), parent);
  if (!existsSync(url)) return undefined;
  if (url.href.startsWith(TESTS)) url.search = parent.search;
  return url.href;
}

/** What the build has made of a file of the product. */
function built(url) {
  return readFileSync(new URL(`dist/${url.slice(ROOT.length).replace(/ts$/, 'js')}`, ROOT), 'utf8');
}

function compiled(url) {
  const filename = fileURLToPath(url);
  return transformSync(readFileSync(filename, 'utf8'), { ...swc, filename, sourceMaps: 'inline' }).code;
}
