import { parentPort, workerData } from 'node:worker_threads';
import { DEMO_PATIENCE } from '../../services/demo/at-leisure.js';
import { openFileStore } from '../files/open-file-store.js';
import { openHouse } from '../house.js';
import { buildDemoPortfolio, demoDefaults } from './demo-portfolio.js';
import type { DemoWork } from './demo-in-worker.js';

/** Builds the demo beside the program and answers its size; what it needed of memory goes with it. */
async function work({ apiUrl, ownerUrl, secret, ...where }: DemoWork): Promise<void> {
  const house = await openHouse({
    apiUrl,
    patience: DEMO_PATIENCE,
    secret,
    files: await openFileStore(where),
    onError: (error) => {
      throw error;
    },
  });
  try {
    parentPort?.postMessage(await buildDemoPortfolio(house, ownerUrl, demoDefaults(new Date())));
  } finally {
    await house.close();
  }
}

await work(workerData as DemoWork);
