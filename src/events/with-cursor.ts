import { encodeCursor } from './cursor.js';

/** The event with its cursor in the epoch of the snapshot that it was read in; the cursor is made when it is looked at. */
export const withCursor = <R extends { readonly seq: number }>(companyId: string, epoch: number, row: R) => ({
  ...row,
  get cursor(): string {
    return encodeCursor(companyId, { epoch, seq: row.seq });
  },
});
