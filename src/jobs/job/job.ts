import type { Facts } from '../../domain/errors.js';
import type { House } from '../../tenancy/house.js';
import type { Actor } from '../../tenancy/principal.js';
import type { Position } from '../../events/cursor.js';
import type { CommandInput, UseCase } from '../../services/command/run-command.js';
import type { JobName } from '../../services/job/job-name.js';

/** One try of a job, for the company that it names. */
export interface JobWork {
  readonly house: House;
  /** The product itself inside the job's company. */
  readonly principal: Actor;
  readonly companyId: string;
  /** The row that the job is about; it may be gone meanwhile. */
  readonly rowId: string;
  /** How often the job has failed before. */
  readonly failures: number;
  /** Aborted when the try has lasted too long or the program stops. */
  readonly signal: AbortSignal;
  /**
   * Carries out a use case as system principal, once for the job however often it is tried: a repeat returns the first
   * verdict. A job that needs several gives each a step of its own.
   */
  command<I extends CommandInput, R extends object>(
    useCase: UseCase<I, R>,
    input: Omit<I, 'commandId'>,
    step?: number,
  ): Promise<R & Position>;
}

/** A kind of work that is put off with `ctx.enqueue`, and how it is tried again. One file `*.job.ts` each. */
export interface Job {
  readonly name: JobName;
  /** How often it is tried again after a failure, before it lies dead. */
  readonly retries: number;
  /** Seconds before the first retry; doubled each time, with some jitter. */
  readonly retrySeconds: number;
  /** Longest wait between two tries, in seconds. */
  readonly retrySecondsMost: number;
  /** Longest that one try may take, in seconds; then it counts as failed. */
  readonly trySeconds: number;
  /** How many of them a node does at once. */
  readonly atOnce: number;
  /** Does the work; a throw has it tried again. */
  readonly run: (work: JobWork) => Promise<void>;
}

/** What a job's queue may hold: the check of the table says the same. */
export interface JobPayload extends Facts {
  readonly companyId: string;
  readonly rowId: string;
}
