import { createHash } from 'node:crypto';
import { METRICS } from '../domain/metric/metrics.js';

const SHORT = 16;

/** What figures are built by: all metrics and the versions of their definitions, in few characters. */
export const FIGURES_EDITION = createHash('sha256')
  .update(
    METRICS.map(({ key, version }) => `${key} ${String(version)}`)
      .toSorted()
      .join('\n'),
  )
  .digest('hex')
  .slice(0, SHORT);
