import type { FeedStep, LogFeed } from '../../events/log-feed.js';

/**
 * A subscription that sends its messages itself: graphql-ws is handed a stream that yields nothing, ends with the feed,
 * and fails where reading or sending fails. `return()` goes to the feed at once, also while its next step is awaited.
 */
export function liveSubscription<T extends { readonly seq: number }>(
  feed: LogFeed<T>,
  deliver: (step: FeedStep<T>) => Promise<void>,
  onEnd: () => void,
): AsyncGenerator<never, void> {
  const done = { value: undefined, done: true } as const;
  const end = async (): Promise<IteratorReturnResult<void>> => {
    await feed.return();
    onEnd();
    return done;
  };
  return {
    async next() {
      try {
        for (;;) {
          const step = await feed.next();
          if (step.done) return await end();
          await deliver(step.value);
        }
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
