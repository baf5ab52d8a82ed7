import { Worker } from 'node:worker_threads';
import type { S3Settings } from '../files/s3-settings.js';
import type { DemoSize } from '../../services/demo/build-demo.js';

/** What the worker needs to know. */
export interface DemoWork {
  readonly apiUrl: string;
  readonly ownerUrl: string | null;
  readonly secret: string;
  readonly dataDir: string;
  readonly filesS3: S3Settings | null;
}

/** Builds the demo in a thread of its own, so that the program that goes on serving stays small. */
export function buildDemoInWorker(work: DemoWork): Promise<DemoSize> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./demo-worker.js', import.meta.url), { workerData: work });
    worker.once('message', (size: DemoSize) => resolve(size));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The demo ended with code ${code} before it was built.`)));
  });
}
