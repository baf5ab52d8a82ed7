/** Where the house takes the time from. In a command it stands still at the transaction's start. */
export interface Clock {
  now(): Date;
}

/** A clock that stands at one instant. */
export const clockAt = (instant: Date): Clock => ({ now: () => new Date(instant.getTime()) });
