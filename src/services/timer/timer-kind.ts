/**
 * What can become due; each kind has one handler in the rhythm. Those that end in `_RUN` are runs of a schedule.
 * WEBHOOK_DUE: an endpoint's next attempt, or the end of a turn that may have died.
 */
export type TimerKind = 'PRUNE_RUN' | 'FILES_RUN' | 'OBLIGATION_DUE' | 'WEBHOOK_DUE';
