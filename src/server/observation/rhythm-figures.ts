import type { Logger } from 'pino';
import { Counter, Histogram, type Registry } from 'prom-client';
import type { RhythmReport } from '../../jobs/rhythm-report.js';

const LATE_SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600];

/** What the rhythm of a node tells of itself, as figures for Prometheus and lines of the log. */
export function rhythmFigures(registry: Registry, log: Logger): RhythmReport {
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: L[]): Counter<L> =>
    new Counter({ name, help, labelNames, registers });
  const late = new Histogram({
    name: 'guanjia_timer_late_seconds',
    help: 'How long after its instant a timer was handled, by kind.',
    labelNames: ['kind'],
    buckets: LATE_SECONDS,
    registers,
  });
  const worked = counter('guanjia_jobs_done_total', 'Jobs that were done, by name.', ['job']);
  const reacted = counter('guanjia_reactions_total', 'Events that a reaction took, by reaction.', ['reaction']);
  const failed = counter('guanjia_rhythm_failures_total', 'Failures that are tried again.', ['kind', 'name']);
  const parked = counter('guanjia_rhythm_parked_total', 'Failures for good: an operator has to look.', [
    'kind',
    'name',
  ]);
  return {
    fired: (kind, lateMs) => late.observe({ kind }, lateMs / 1_000),
    reacted: (reaction, events) => reacted.inc({ reaction }, events),
    worked: (job) => worked.inc({ job }),
    failed: (what, error) => {
      failed.inc({ kind: what.kind, name: what.name });
      log.warn({ ...what, err: error }, 'Failed and is tried again');
    },
    parked: (what, error) => {
      parked.inc({ kind: what.kind, name: what.name });
      log.error({ ...what, err: error }, 'Failed for good: see guanjia jobs list');
    },
    stumbled: (error) => log.error({ err: error }, 'The rhythm does not get on'),
  };
}
