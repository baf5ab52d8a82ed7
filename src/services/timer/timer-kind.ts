/** What can become due; each kind has one handler in the rhythm. Those that end in `_RUN` are runs of a schedule. */
export type TimerKind = 'PRUNE_RUN' | 'FILES_RUN' | 'OBLIGATION_DUE';
