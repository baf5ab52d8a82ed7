import type { Scenario } from './scenarios.mjs';

/** A row of the fault table. */
export interface Row {
  readonly name: string;
  readonly commands: number;
  readonly events: number;
  readonly sockets: number;
}

export declare class Stage {
  private constructor();
  /** How many clients follow the log. */
  readonly followers: readonly unknown[];
  static open(options: {
    readonly apiUrl: string;
    readonly superuserUrl: string;
    readonly seed: number;
  }): Promise<Stage>;
  play(scenario: Scenario, times: number): Promise<Row>;
  close(): Promise<void>;
}
