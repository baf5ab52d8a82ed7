import { notFound } from '../domain/errors.js';

/**
 * What a loader has found.
 * @throws NOT_FOUND when it is nothing: unknown, malformed or foreign, always the same
 */
export async function found<R>(what: string, row: Promise<R | null>): Promise<R> {
  const value = await row;
  if (value === null) throw notFound(what);
  return value;
}
