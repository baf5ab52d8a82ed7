import { graphql } from 'graphql';
import { buildApiSchema } from '../../src/server/execution/build-api-schema.js';
import { reportError } from '../../src/server/execution/error-report.js';
import { RequestContext } from '../../src/tenancy/request-context.js';
import { principalOf, type StoryPerson } from './story.js';
import type { TestHouse } from './test-house.js';

/** An answer without the wire, with what it cost. */
export interface Asked {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  readonly data: any;
  /** `code path`, in order. */
  readonly refusals: readonly string[];
  readonly facts: readonly Readonly<Record<string, unknown>>[];
  /** Statements beyond begin, settings, head and commit. */
  readonly statements: number;
}

/** Nobody is signed in where no person is named. */
export type Ask = (
  person: StoryPerson | undefined,
  document: string,
  variables?: Record<string, unknown>,
) => Promise<Asked>;

/** Runs documents on the schema itself as somebody of the story: for laws about answers and statement counts. */
export async function askThrough(house: TestHouse): Promise<Ask> {
  const schema = await buildApiSchema();
  return async (person, source, variableValues = {}) => {
    const principal = person ? await principalOf(house, person) : null;
    const ctx = new RequestContext(house, principal, { requestId: 'test', address: '127.0.0.1', transport: 'http' });
    try {
      const answer = await graphql({ schema, source, variableValues, contextValue: ctx });
      await ctx.logDisclosures();
      const unexpected: unknown[] = [];
      const reporting = { sink: (_: string, cause: unknown) => void unexpected.push(cause), suggestions: false };
      const errors = (answer.errors ?? []).map((error) => reportError(error, reporting));
      if (unexpected.length > 0) throw unexpected[0];
      return {
        data: answer.data,
        refusals: errors.map((error) => `${String(error.extensions['code'])} ${(error.path ?? []).join('.')}`),
        facts: errors.map((error) => error.extensions),
        statements: ctx.statements,
      };
    } finally {
      await ctx.end();
    }
  };
}
