import type { ExecutionResult } from 'graphql';

/**
 * The answers to a subscription's events, one after the other. `return()` ends the source at once, also while it waits
 * for its next event: an async generator would hold the call back until then, and with it the source. What the source
 * fails with becomes the last answer.
 */
export function executeEvents(
  source: AsyncIterable<unknown>,
  execute: (event: unknown) => Promise<ExecutionResult>,
  failed: (error: unknown) => ExecutionResult,
): AsyncIterableIterator<ExecutionResult> {
  const events = source[Symbol.asyncIterator]();
  let over = false;
  const end = (): IteratorResult<ExecutionResult> => {
    over = true;
    return { done: true, value: undefined };
  };
  return {
    async next() {
      if (over) return end();
      try {
        const step = await events.next();
        if (step.done) return end();
        return { done: false, value: await execute(step.value) };
      } catch (error) {
        over = true;
        await events.return?.();
        return { done: false, value: failed(error) };
      }
    },
    async return() {
      over = true;
      await events.return?.();
      return end();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
