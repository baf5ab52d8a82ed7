/**
 * What can become due; each kind has one handler in the rhythm. Those that end in `_RUN` are runs of a schedule.
 * WEBHOOK_DUE: an endpoint's next attempt, or the end of a turn that may have died. CLOCK_DUE: a service clock has
 * something to tell: its limit is near or has passed, or its pause is over. SURVEY_CLOSES: a survey round takes no more
 * answers.
 */
export type TimerKind =
  | 'PRUNE_RUN'
  | 'FILES_RUN'
  | 'REPAIR_DAYS_RUN'
  | 'VISITS_RUN'
  | 'DUNNING_RUN'
  | 'ALERTS_RUN'
  | 'REPORTS_RUN'
  | 'OBLIGATION_DUE'
  | 'WEBHOOK_DUE'
  | 'CLOCK_DUE'
  | 'SURVEY_CLOSES';
