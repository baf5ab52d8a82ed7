/** How many files one transaction of a sweep takes at most, so that it stays short. */
export const FILES_AT_ONCE = 500;

/** How many files a transaction has taken, so that the caller knows whether there are more. */
export interface FilesTaken {
  readonly removed: number;
}
