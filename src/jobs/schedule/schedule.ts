import type { Recurrence } from '../../domain/schedule/next-run.js';
import type { JobName } from '../../services/job/job-name.js';
import type { TimerKind } from '../../services/timer/timer-kind.js';

/** Work that comes round for every company, by the clocks of its time zone. */
export interface Schedule {
  /** The timer that carries it; its subject is the company. */
  readonly kind: TimerKind;
  readonly recurrence: Recurrence;
  /** Over how many minutes the companies are spread. */
  readonly spread: number;
  /** What is done, about the company as its row. */
  readonly job: JobName;
}
