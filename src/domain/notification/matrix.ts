import { approvalMatrix } from './approval-matrix.js';
import { clockMatrix } from './clock-matrix.js';
import { complaintMatrix } from './complaint-matrix.js';
import { contactMatrix } from './contact-matrix.js';
import type { Happening, MatrixRow } from './matrix-row.js';
import { oversightMatrix } from './oversight-matrix.js';
import { repairMatrix } from './repair-matrix.js';
import { ticketMatrix } from './ticket-matrix.js';
import { visitMatrix } from './visit-matrix.js';

/**
 * Who of the staff is told of what (domain section 44). Of several rows that tell somebody of one event the first counts:
 * the graver stands before the lighter.
 */
export const MATRIX: readonly MatrixRow[] = [
  ...repairMatrix,
  ...complaintMatrix,
  ...clockMatrix,
  ...ticketMatrix,
  ...contactMatrix,
  ...approvalMatrix,
  ...visitMatrix,
  ...oversightMatrix,
];

/** The types of events of which anybody is told. */
export const TOLD_TYPES: readonly string[] = [...new Set(MATRIX.flatMap((row) => row.on))];

/** The rows that something which happened calls for, in their order. */
export const rowsFor = (happening: Happening): readonly MatrixRow[] =>
  MATRIX.filter((row) => row.on.includes(happening.type) && (row.when?.(happening) ?? true));
