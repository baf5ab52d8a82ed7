/**
 * Maps events one after the other. `return()` goes to the source at once, also while its next event is awaited: an
 * async generator would wait for that event first, and a quiet subscription would never end.
 */
export function mapEvents<T, R>(source: AsyncIterable<T>, map: (event: T) => Promise<R>): AsyncGenerator<R, void> {
  const events = source[Symbol.asyncIterator]();
  let ended = false;
  const done = { value: undefined, done: true } as const;
  const end = async (): Promise<IteratorReturnResult<void>> => {
    ended = true;
    await events.return?.();
    return done;
  };
  return {
    async next() {
      if (ended) return done;
      const event = await events.next();
      if (event.done) {
        ended = true;
        return done;
      }
      try {
        return { value: await map(event.value), done: false };
      } catch (error) {
        await end();
        throw error;
      }
    },
    return: end,
    async throw(error: unknown) {
      await end();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => {
      await end();
    },
  };
}
