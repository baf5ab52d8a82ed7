import DataLoader from 'dataloader';

/** A loader of short lists by the id that they hang on: one statement for all that a tick asks for, in its order. */
export function listBy<R>(
  find: (ids: readonly string[]) => Promise<readonly R[]>,
  ownerOf: (row: R) => string,
): DataLoader<string, R[]> {
  return new DataLoader<string, R[]>(
    async (ids) => {
      const lists = new Map<string, R[]>(ids.map((id) => [id, []]));
      for (const row of await find(ids)) lists.get(ownerOf(row))?.push(row);
      return ids.map((id) => lists.get(id) ?? []);
    },
    { maxBatchSize: 1000 },
  );
}
