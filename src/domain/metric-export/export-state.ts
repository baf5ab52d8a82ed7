/** Asked for; being written; there; given up, with the code of what was in its way; past its time, the bytes are gone. */
export const METRIC_EXPORT_STATES = ['WAITING', 'RUNNING', 'READY', 'FAILED', 'EXPIRED'] as const;
export type MetricExportState = (typeof METRIC_EXPORT_STATES)[number];

const HOUR_MS = 3_600_000;
/** How long a file can be fetched: three days, so that what was asked for on Friday is there on Monday morning. */
const KEPT_MS = 72 * HOUR_MS;
/** An export that has not come to an end within a day never will. */
export const MOST_WAITING_MS = 24 * HOUR_MS;
/** Exports of one person that wait or run at once. */
export const MOST_UNFINISHED = 5;
/** Rows of one file: what one snapshot can be read out in, and fewer than a sheet has. */
export const MOST_EXPORTED_ROWS = 500_000;

/** When a file that is there now is removed. */
export const exportKeptUntil = (readyAt: Date): Date => new Date(readyAt.getTime() + KEPT_MS);
