import { BANK_LINE_FLAWS } from '../bank-file/bank-line.js';

/** Why a line of a bank's answer is not taken; CONTRADICTION: it says something else than an answer before. */
export const RESULT_FLAWS = [...BANK_LINE_FLAWS, 'CONTRADICTION', 'UNKNOWN_REFERENCE'] as const;
export type ResultFlaw = (typeof RESULT_FLAWS)[number];
