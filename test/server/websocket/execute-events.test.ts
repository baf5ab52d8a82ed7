import { describe, expect, test } from '@jest/globals';
import type { ExecutionResult } from 'graphql';
import { executeEvents } from '../../../src/server/websocket/execute-events.js';

const failed = (error: unknown): ExecutionResult => ({ data: { failed: (error as Error).message } });
const execute = (event: unknown): Promise<ExecutionResult> => Promise.resolve({ data: { event } });

describe('the answers to a subscription', () => {
  test('come one an event, and end with the source', async () => {
    const source = (async function* () {
      yield await Promise.resolve(1);
      yield 2;
    })();
    const answers: ExecutionResult[] = [];
    for await (const answer of executeEvents(source, execute, failed)) answers.push(answer);
    expect(answers).toEqual([{ data: { event: 1 } }, { data: { event: 2 } }]);
  });

  test('`return()` ends a source that waits for ever', async () => {
    let end = (): void => undefined;
    let returned = 0;
    const source: AsyncIterableIterator<unknown> = {
      next: () => new Promise((resolve) => (end = () => resolve({ done: true, value: undefined }))),
      return: () => {
        returned += 1;
        end();
        return Promise.resolve({ done: true, value: undefined });
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
    const answers = executeEvents(source, execute, failed);
    const waiting = answers.next();
    await answers.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(returned).toBe(1);
  });

  test('a source that fails gives its error as the last answer', async () => {
    const source = (async function* () {
      yield await Promise.resolve(1);
      throw new Error('resync');
    })();
    const answers: ExecutionResult[] = [];
    for await (const answer of executeEvents(source, execute, failed)) answers.push(answer);
    expect(answers).toEqual([{ data: { event: 1 } }, { data: { failed: 'resync' } }]);
  });
});
