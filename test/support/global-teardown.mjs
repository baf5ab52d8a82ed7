import { rm } from 'node:fs/promises';

/** Stops the server of the test run and removes its data. */
export default async function globalTeardown() {
  const { server, dataDir } = globalThis.guanjiaTestServer;
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
