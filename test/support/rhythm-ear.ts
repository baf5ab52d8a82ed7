import type { Failed, RhythmReport } from '../../src/jobs/rhythm-report.js';

/** Hears what a rhythm tells of itself. */
export interface RhythmEar extends RhythmReport {
  readonly lateMs: number[];
  readonly failures: Failed[];
  readonly dead: Failed[];
  readonly stumbles: unknown[];
  /** Resolves when the condition holds; looked at whenever something is told, and every 20 ms. */
  until(condition: () => boolean | Promise<boolean>): Promise<void>;
}

/** An ear that remembers. */
export function rhythmEar(): RhythmEar {
  const ear = { lateMs: [] as number[], failures: [] as Failed[], dead: [] as Failed[], stumbles: [] as unknown[] };
  return {
    ...ear,
    fired: (_kind, lateMs) => void ear.lateMs.push(lateMs),
    reacted: () => undefined,
    worked: () => undefined,
    failed: (what) => void ear.failures.push(what),
    parked: (what) => void ear.dead.push(what),
    stumbled: (error) => void ear.stumbles.push(error),
    until: async (condition) => {
      while (!(await condition())) await new Promise((wait) => setTimeout(wait, 20));
    },
  };
}
