/** Tests run as ES modules on one real PostgreSQL that `test/support/global-setup.mjs` starts and migrates once. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json', 'node'],
  transform: {},
  testRunner: '<rootDir>/test/support/native-runner.mjs',
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  reporters: ['default', '<rootDir>/test/support/summary-reporter.mjs'],
  maxWorkers: 2,
  // Modules of a test file are kept by the worker that ran it: beyond this it is replaced by a new one.
  workerIdleMemoryLimit: '1500MB',
  testTimeout: 120_000,
};
