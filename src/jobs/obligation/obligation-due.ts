import { oweCheckAfterMiss } from '../../services/care/steps/owe-check-after-miss.js';
import { miss } from '../../services/obligation/steps/miss.js';
import type { TimerHandler } from '../timer/timer-handler.js';

/** An obligation's due instant has come: it is missed unless somebody has settled it; a missed check is owed again. */
export const obligationDue: TimerHandler = async (ctx, timer) => {
  const missed = await miss(ctx, timer.subjectId);
  if (missed) await oweCheckAfterMiss(ctx, missed);
};
