import { p } from '@mikro-orm/core';

/** The column builders that every table uses alike, so that one kind of fact has one type in the database. */
export const col = {
  /** UUIDv7 of the row, made by `newId`. */
  id: () => p.uuid().primary(),
  /** The tenant. */
  companyId: () => p.uuid(),
  /** Reference by id; the foreign key in the migration carries the company as well. */
  ref: () => p.uuid(),
  /** An instant, microseconds, UTC. */
  instant: () => p.datetime().columnType('timestamptz'),
  /** A calendar day of the estate, `YYYY-MM-DD`. */
  day: () => p.date(),
  text: () => p.text(),
  int: () => p.integer(),
  /** A count that may pass two thousand million; a JavaScript number, exact to 2^53. */
  big: () => p.bigint('number'),
  flag: () => p.boolean(),
  json: <T>() => p.json<T>(),
};
