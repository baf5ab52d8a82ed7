import { encodeCursor } from './cursor.js';

/** The event with its cursor in the epoch of the snapshot that it was read in. */
export const withCursor = <R extends { readonly seq: number }>(companyId: string, epoch: number, row: R) => ({
  ...row,
  cursor: encodeCursor(companyId, { epoch, seq: row.seq }),
});
