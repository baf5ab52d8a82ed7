import { createHash } from 'node:crypto';
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { runCommand } from '../../services/command/run-command.js';
import type { House } from '../../tenancy/house.js';
import { failureOf, type RhythmReport } from '../rhythm-report.js';
import { systemPrincipal } from '../system-principal.js';
import type { Job, JobPayload, JobWork } from './job.js';
import { ensureQueues } from './queues.js';
import { queuesOver } from './with-queues.js';

/** How often a node asks a queue for work, in seconds, where no bell has rung. */
const POLL_SECONDS = 2;
/** How long jobs under way may take at a stop, in milliseconds; what is not done then is tried again. */
const STOP_MS = 3_000;

/**
 * Does jobs on this node, shared with all others: pg-boss under the program's own role and on its own connections. It
 * looks after its queues, but neither migrates nor owns them.
 */
export class JobWorkers {
  readonly #boss: PgBoss;
  /** Workers by queue. */
  readonly #workers = new Map<string, string[]>();
  #unbell: () => void = () => undefined;

  constructor(
    private readonly house: House,
    private readonly jobs: readonly Job[],
    private readonly report: RhythmReport,
  ) {
    this.#boss = queuesOver(house.pool, true);
    this.#boss.on('error', (error) => report.stumbled(error));
  }

  /** Makes the queues and begins to work. */
  async start(): Promise<void> {
    await ensureQueues(this.house.pool, this.jobs);
    await this.#boss.start();
    for (const job of this.jobs) {
      const workers = Array.from({ length: job.atOnce }, () => this.#begin(job));
      this.#workers.set(job.name, await Promise.all(workers));
    }
    this.#unbell = this.house.bell.onRing((queue) => {
      for (const worker of this.#workers.get(queue) ?? []) this.#boss.notifyWorker(worker);
    });
  }

  /** Takes nothing more, waits for what is under way, and gives back what does not end in time. */
  async stop(): Promise<void> {
    this.#unbell();
    await this.#boss.stop({ graceful: true, timeout: STOP_MS, close: false });
  }

  /** A worker does one job at a time, and asks for the next as soon as it is done. */
  async #begin(job: Job): Promise<string> {
    const options = { pollingIntervalSeconds: POLL_SECONDS, includeMetadata: true } as const;
    const worker: string = await this.#boss.work<JobPayload, unknown, typeof options>(
      job.name,
      options,
      async ([filed]) => {
        if (!filed) return;
        try {
          await this.#try(job, filed);
        } finally {
          this.#boss.notifyWorker(worker);
        }
      },
    );
    return worker;
  }

  /** What a job throws stands in its row: the kind of the error and nothing of its text. */
  async #try(job: Job, filed: JobWithMetadata<JobPayload>): Promise<void> {
    try {
      await job.run(this.#workOf(filed));
      this.report.worked(job.name);
    } catch (error) {
      const failures = filed.retryCount + 1;
      const { companyId, rowId } = filed.data;
      const what = { kind: 'job', name: job.name, companyId, subject: rowId, failures } as const;
      if (filed.retryCount >= filed.retryLimit) this.report.parked(what, error);
      else this.report.failed(what, error);
      throw new Error(failureOf(error));
    }
  }

  #workOf({ id, sourceRootId, data: { companyId, rowId }, retryCount, signal }: JobWithMetadata<JobPayload>): JobWork {
    const principal = systemPrincipal(companyId);
    return {
      house: this.house,
      principal,
      companyId,
      rowId,
      failures: retryCount,
      signal,
      command: (useCase, input, step = 0) =>
        runCommand(this.house, principal, useCase, { ...input, commandId: stepId(sourceRootId ?? id, step) } as never),
    };
  }
}

/** The command id of a job's step: the same at every try, also of a job that lay dead in between. */
function stepId(jobId: string, step: number): string {
  if (step === 0) return jobId;
  const hash = createHash('sha256').update(`${jobId}/${step}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
