import { closeInTime } from '../../services/survey/steps/close-in-time.js';
import type { TimerHandler } from '../timer/timer-handler.js';

/** A round's last instant has passed: it takes no more answers. @rule R-SAT-02 */
export const surveyCloses: TimerHandler = (ctx, timer) => closeInTime(ctx, timer.subjectId);
