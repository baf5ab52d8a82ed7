/**
 * A company of the demo is written whole or not at all, before anybody works with it: a statement may take its time on a slow
 * machine.
 */
const STATEMENT_MS = 60_000;

/** What its transaction begins with. */
export const AT_LEISURE = `set local transaction_timeout = 0; set local statement_timeout = ${STATEMENT_MS}`;

/** How long the house that builds the demo waits for the database, in milliseconds: longer than the server lets a statement run. */
export const DEMO_PATIENCE = { connectionMs: 5_000, answerMs: STATEMENT_MS + 3_000 } as const;
