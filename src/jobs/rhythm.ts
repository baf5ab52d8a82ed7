import type { House } from '../tenancy/house.js';
import type { Job } from './job/job.js';
import { JobWorkers } from './job/job-workers.js';
import { JOBS } from './job/jobs.js';
import { alertWatch } from './metric-alert/alert-watch.js';
import { figuresKeeper } from './metric/figures-keeper.js';
import { metricFolding } from './metric/metric-folding.js';
import type { Reaction } from './reaction/reaction.js';
import { ReactionWorker } from './reaction/reaction-worker.js';
import { REACTIONS } from './reaction/reactions.js';
import type { RhythmReport } from './rhythm-report.js';
import { scheduleKeeper } from './schedule/schedule-keeper.js';
import type { TimerHandlers } from './timer/timer-handler.js';
import { TIMER_HANDLERS } from './timer/timer-handlers.js';
import { TimerWorker } from './timer/timer-worker.js';
import { WebhookWaker } from './webhook/webhook-waker.js';

/** What happens by itself; the product's own unless a test brings others. */
interface Score {
  readonly timers?: TimerHandlers;
  readonly jobs?: readonly Job[];
  readonly reactions?: readonly Reaction[];
}

/** What a node does by itself. */
export interface Rhythm {
  readonly timers: TimerWorker;
  /** Whether this node has looked at the timers a moment ago. */
  readonly beats: boolean;
  /** Begins nothing more; resolves when what is under way has ended or was given back. */
  stop(): Promise<void>;
}

/** After how many milliseconds without an answered look the clock of a node counts as stopped. */
const SILENT_MS = 3_000;

/** Starts timers, schedules, jobs and reactions of a node. Any number of nodes may run on one database: they share the work. */
export async function startRhythm(house: House, report: RhythmReport, score: Score = {}): Promise<Rhythm> {
  const timers = new TimerWorker(house, score.timers ?? TIMER_HANDLERS, report);
  const jobs = new JobWorkers(house, score.jobs ?? JOBS, report);
  const reactions = new ReactionWorker(house, score.reactions ?? REACTIONS, report);
  const schedules = scheduleKeeper(house, report);
  const webhooks = new WebhookWaker(house, report);
  const figures = figuresKeeper(house, report);
  const metrics = metricFolding(house, report);
  const alerts = alertWatch(house, report);
  await jobs.start();
  timers.start();
  reactions.start();
  const unfollow = house.relay.followAll((companyId) => {
    timers.hint();
    reactions.hint(companyId);
    schedules.see(companyId);
    figures.see(companyId);
    webhooks.hint(companyId);
    metrics.hint(companyId);
    alerts.hint(companyId);
  });
  let stopping: Promise<void> | undefined;
  return {
    timers,
    get beats() {
      return timers.silentMs < SILENT_MS;
    },
    stop: () => {
      unfollow();
      stopping ??= Promise.all(
        [timers, jobs, reactions, schedules, figures, webhooks, metrics, alerts].map((part) => part.stop()),
      ).then(() => undefined);
      return stopping;
    },
  };
}
