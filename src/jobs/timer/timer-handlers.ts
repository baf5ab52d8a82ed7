import { obligationDue } from '../obligation/obligation-due.js';
import { clocksDue } from '../service-clock/clocks-due.js';
import { scheduleHandlers } from '../schedule/schedule-handlers.js';
import { SCHEDULES } from '../schedule/schedules.js';
import { surveyCloses } from '../survey/survey-closes.js';
import { webhookDue } from '../webhook/webhook-due.js';
import type { TimerHandlers } from './timer-handler.js';

/** Who is asked when a timer of a kind is due. */
export const TIMER_HANDLERS: TimerHandlers = {
  ...scheduleHandlers(SCHEDULES),
  OBLIGATION_DUE: obligationDue,
  WEBHOOK_DUE: webhookDue,
  SURVEY_CLOSES: surveyCloses,
  CLOCK_DUE: { together: clocksDue },
};
