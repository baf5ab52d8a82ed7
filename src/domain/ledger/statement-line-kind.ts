import { ENTRY_KINDS, type EntryKind } from './entry-kind.js';

/** Entries that may stand on a statement: what a channel keeps is the company's own cost. */
const SHOWN = ENTRY_KINDS.filter((kind): kind is Exclude<EntryKind, 'CHANNEL_FEE'> => kind !== 'CHANNEL_FEE');

/** What a line of a statement is. */
export const STATEMENT_LINE_KINDS = ['CHARGE', 'PAYMENT', ...SHOWN] as const;
export type StatementLineKind = (typeof STATEMENT_LINE_KINDS)[number];
