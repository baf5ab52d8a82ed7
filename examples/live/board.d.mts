/** A ticket as a board shows it. */
export interface BoardTicket {
  readonly id: string;
  readonly version: number;
}

export declare class Board {
  tickets: Map<string, BoardTicket>;
  cursor: string | null;
}
