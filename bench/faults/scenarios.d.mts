import type { Stage } from './stage.mjs';

/** Something that goes wrong, so many times: `small` in the suite, `full` in the bench. */
export interface Scenario {
  readonly name: string;
  readonly small: number;
  readonly full: number;
  readonly disturb: (stage: Stage, times: number) => Promise<void>;
}

export declare const SCENARIOS: readonly Scenario[];
