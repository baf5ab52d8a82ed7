/** How often something may fail before it is parked: the last try is about two minutes after the first. */
export const TRIES = 8;

/** How long to wait after the nth failure, in milliseconds: 1 s, doubled each time. */
export const backoffMs = (failures: number): number => 1_000 * 2 ** (failures - 1);
