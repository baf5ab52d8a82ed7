import type { TimerHandler } from '../timer/timer-handler.js';

/** An endpoint's wait is over, or the turn that held it has ended or died: a job goes on with it, or finds nothing to do. */
export const webhookDue: TimerHandler = (ctx, timer) => {
  ctx.enqueue('deliver-webhooks', timer.subjectId);
  return Promise.resolve();
};
