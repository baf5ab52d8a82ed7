import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { forbidden } from '../../../src/domain/errors.js';
import type { Api } from '../../../src/server/api.js';
import { DocumentGate } from '../../../src/server/execution/document-gate.js';
import { Executor } from '../../../src/server/execution/executor.js';
import { RequestContext } from '../../../src/tenancy/request-context.js';
import { sqlFor } from '../../../src/tenancy/read/tables.js';
import { assertEnginesAgree } from '../../support/both-engines.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;
const schema = resolving(
  buildSchema(`
    type Query { fine: String refused: String must: Must list: [Item!] mixed: [Item] at: Int codes: [String] late: String }
    type Must { inner: Inner! } type Inner { refused: String! fine: String } type Item { n: Int! odd: Int! }
    interface Thing { n: Int! }
  `),
  {
    'Query.fine': () => 'fine',
    'Query.late': () => new Promise((done) => setImmediate(() => done('late'))),
    'Query.refused': () => Promise.reject(forbidden('ticket.read')),
    'Query.must': () => ({ inner: {} }),
    'Inner.refused': () => {
      throw forbidden('ticket.read');
    },
    'Query.list': () => [{ n: 1 }, { n: 2 }, { n: 3 }],
    'Query.mixed': () => [{ n: 1 }, null, { n: 3 }],
    'Item.odd': (item) => ((item as { n: number }).n % 2 ? 1 : null),
    'Query.at': (_source, _args, ctx) =>
      ctx.moment
        .read(sqlFor.selectFrom('estate as e').select('e.id').where('e.company_id', '=', ctx.asker.companyId))
        .then((rows) => rows.length),
  },
);

function resolving(built: GraphQLSchema, resolvers: Readonly<Record<string, Resolver>>): GraphQLSchema {
  for (const [name, resolve] of Object.entries(resolvers)) {
    const [type = '', field = ''] = name.split('.');
    const owner = built.getType(type);
    const definition = isObjectType(owner) ? owner.getFields()[field] : undefined;
    if (!definition) throw new Error(`No field ${name}.`);
    definition.resolve = resolve as never;
  }
  return built;
}

let house: TestHouse;
let story: Story;
const gate = new DocumentGate(schema, { introspection: true });
const contextOf = async (person: StoryPerson | undefined): Promise<RequestContext> =>
  new RequestContext(house, person ? await principalOf(house, person) : null, {
    requestId: 'r',
    address: '::1',
    transport: 'http',
  });
beforeAll(async () => {
  house = await openTestHouse();
  story = await tellStory(house.database);
});
afterAll(() => house.close());

describe('graphql-js and compiled code', () => {
  it.each([
    '{ fine late refused }',
    '{ must { inner { fine refused } } fine }',
    '{ list { n odd } mixed { n odd } fine }',
    'query Q($yes: Boolean = true) { fine @include(if: $yes) refused @skip(if: $yes) __typename }',
    '{ ...F fine } fragment F on Query { mixed { n } a: fine }',
    '{ __schema { queryType { name } } __type(name: "Item") { fields { name type { kind ofType { name } } } } }',
    '{ at }',
  ])('answer alike: %s', async (document) => {
    const api = {
      executor: new Executor(schema, { sink: () => undefined, suggestions: true }),
      gate,
    } as unknown as Api;
    await assertEnginesAgree(api, document, {}, () => contextOf(story.harbour.staff['COMPANY_ADMIN']));
    await assertEnginesAgree(api, document, {}, () => contextOf(undefined));
  });

  it('a difference is found', async () => {
    let answers = 0;
    const drifting = resolving(buildSchema('type Query { fine: Int }'), { 'Query.fine': () => (answers += 1) });
    const executor = new Executor(drifting, { sink: () => undefined, suggestions: true });
    const api = { executor, gate: new DocumentGate(drifting, { introspection: true }) } as unknown as Api;
    await expect(assertEnginesAgree(api, '{ fine }', {}, () => contextOf(undefined))).rejects.toThrow('differ');
  });
});

describe('an answer', () => {
  it('carries the cursor of the snapshot that it was read from, and says how many statements it took', async () => {
    const observed: number[] = [];
    const executor = new Executor(schema, {
      sink: () => undefined,
      suggestions: true,
      observe: (record) => observed.push(record.statements),
    });
    for (const [source, statements] of [
      ['{ at }', 1],
      ['{ a: at b: at }', 2],
      ['{ fine }', 0],
    ] as const) {
      const admission = gate.admit(source);
      if ('errors' in admission) throw new Error('refused');
      const answer = await executor.execute(
        { ...admission, operationName: null, variables: {} },
        await contextOf(story.harbour.staff['COMPANY_ADMIN']),
      );
      expect(observed.pop()).toBe(statements);
      if (statements > 0) expect(answer.extensions?.['cursor']).toMatch(/^[\w-]{26}$/);
      else expect(answer).not.toHaveProperty('extensions');
    }
    await house.pool.query('select 1');
    expect(house.pool.idleCount).toBeGreaterThan(0);
  });
});
