import { foldAll } from '../../metrics/fold-metrics.js';
import type { House } from '../../tenancy/house.js';
import { HintedWork } from '../hinted-work.js';
import type { RhythmReport } from '../rhythm-report.js';

const GATHER_MS = 1_000;

/**
 * Moves what transactions have told of metrics into the sums, a moment after the log of their company has grown. Values are the same
 * before and after; left undone, they are only read more slowly.
 */
export const metricFolding = (house: House, report: RhythmReport): HintedWork =>
  new HintedWork(GATHER_MS, (companyId) => foldAll(house.pool, companyId), report);
