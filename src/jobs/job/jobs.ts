import type { Job } from './job.js';
import { pruneCompany } from './prune-company.job.js';

/** Every kind of work that can be put off. */
export const JOBS: readonly Job[] = [pruneCompany];
