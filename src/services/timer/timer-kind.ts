/** What can become due; each kind has one handler in the rhythm. SCHEDULE: the company's next run of a schedule. */
export type TimerKind = 'SCHEDULE';
