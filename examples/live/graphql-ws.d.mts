import type { Board } from './board.mjs';
import type { Company } from './company.mjs';

/** Follows until the signal ends it. */
export declare function follow(
  company: Company,
  board: Board,
  options: {
    readonly onEvent: (event: { readonly cursor: string; readonly ticket: { readonly id: string } | null }) => void;
    readonly signal: AbortSignal;
  },
): Promise<void>;
