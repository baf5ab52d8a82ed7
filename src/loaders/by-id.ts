import DataLoader from 'dataloader';
import { isId } from '../domain/id.js';

/**
 * A loader of rows by id: one statement for all that a tick asks for. What is unknown, foreign or malformed is null.
 */
export function byId<R extends { readonly id: string }>(
  find: (ids: readonly string[]) => Promise<readonly R[]>,
): DataLoader<string, R | null> {
  return new DataLoader<string, R | null>(
    async (asked) => {
      const ids = asked.filter(isId);
      const rows = new Map((ids.length > 0 ? await find(ids) : []).map((row) => [row.id, row]));
      return asked.map((id) => rows.get(id) ?? null);
    },
    { maxBatchSize: 1000 },
  );
}
