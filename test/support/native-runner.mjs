import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const { default: runCircus } = createRequire(import.meta.url)('jest-circus/runner');
/** What `expect` tells kinds of values by: those of the files that it is used in. */
const KINDS = [
  'Array',
  'BigInt',
  'Boolean',
  'Date',
  'Error',
  'Function',
  'Map',
  'Number',
  'Object',
  'Promise',
  'RegExp',
  'Set',
  'String',
  'Symbol',
];
let files = 0;

/**
 * Runs a test file as jest's own runner does, but lets Node load what it imports: a worker loads the product once, not once a
 * file, and runs it as it runs at its users'.
 */
export default async function runTestFile(globalConfig, config, environment, runtime, ...rest) {
  for (const name of KINDS) environment.global[name] = globalThis[name];
  runtime.setGlobalsForRuntime = (globals) => {
    globalThis.guanjiaTestGlobals = { ...globals, jest: environment.moduleMocker };
  };
  // Stacks are told by Node, which knows the lines of what it has loaded.
  delete Error.prepareStackTrace;
  files += 1;
  runtime.unstable_shouldLoadAsEsm = () => true;
  runtime.unstable_importModule = (path) => import(`${pathToFileURL(path)}?${files}`);
  try {
    return await runCircus(globalConfig, config, environment, runtime, ...rest);
  } finally {
    environment.moduleMocker.restoreAllMocks();
  }
}
