import type { MetricItems } from './metric-definition.js';

/** What is left out of whatever tickets are counted for: duplicates and what was called off. @rule R-MET-06 */
export const STANDARD_EXCLUSIONS = [
  { reason: 'MERGED', when: 'merged' },
  { reason: 'CANCELLED', when: `stage = 'CANCELLED'` },
] as const satisfies MetricItems['excluded'];
