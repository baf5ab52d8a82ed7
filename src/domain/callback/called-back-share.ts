/**
 * Whether an order is among those that are called back where only a share is: drawn by its id, so that the answer is the
 * same at every look and nobody chooses.
 * @param percent 0 to 100
 * @rule P-08 @rule R-RPR-15
 */
export const isAmongCalledBack = (ticketId: string, percent: number): boolean =>
  Number.parseInt(ticketId.slice(-8), 16) % 100 < percent;
