/**
 * How many events of a log are looked through at once for those that a reaction wants. Who lies a million behind goes
 * there in many short looks, each far within the limit of a statement.
 */
export const SIGHT = 10_000;
