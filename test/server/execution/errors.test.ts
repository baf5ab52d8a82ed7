import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLError,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import { conflict, forbidden, notFound } from '../../../src/domain/errors.js';
import { DocumentGate } from '../../../src/server/execution/document-gate.js';
import { Executor } from '../../../src/server/execution/executor.js';
import { RequestContext } from '../../../src/tenancy/request-context.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const fail = (error: Error) => ({ type: GraphQLString, resolve: () => Promise.reject(error) });
const secret = 'canary-13812345678';
const database = Object.assign(new Error(`duplicate key: insert into customer values ('${secret}')`), {
  code: '23505',
  query: `insert into customer values ('${secret}')`,
});
const colour = new GraphQLEnumType({ name: 'Colour', values: { CRIMSON: {}, BLUE: {} } });
const input: GraphQLInputObjectType = new GraphQLInputObjectType({
  name: 'In',
  fields: () => ({
    subject: { type: new GraphQLNonNull(GraphQLString) },
    size: { type: GraphQLInt },
    colour: { type: colour },
    parts: { type: new GraphQLList(new GraphQLNonNull(input)) },
  }),
});
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: () => ({
      fine: { type: GraphQLString, resolve: () => 'fine' },
      missing: fail(notFound('ticket')),
      forbidden: fail(forbidden('ticket.read')),
      conflict: fail(conflict('Somebody was faster.', { version: 4 })),
      wrapped: fail(new GraphQLError('outer', { originalError: notFound('unit') })),
      broken: fail(new TypeError(`cannot read ${secret}`)),
      database: fail(database),
      slow: fail(Object.assign(new Error('canceling statement'), { code: '57014' })),
      invalid: { type: new GraphQLNonNull(GraphQLString), resolve: () => null },
      echo: { type: GraphQLBoolean, args: { input: { type: input }, ids: { type: new GraphQLList(GraphQLString) } } },
    }),
  }),
});

let house: TestHouse;
const sunk: { readonly logId: string; readonly error: unknown }[] = [];
const sink = (logId: string, error: unknown): void => void sunk.push({ logId, error });
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

type Engine = 'graphql-js' | 'compiled';

async function run(
  source: string,
  variables: Record<string, unknown> = {},
  engine: Engine = 'graphql-js',
  suggestions = false,
) {
  const executor = new Executor(schema, { sink, suggestions, compileAt: engine === 'compiled' ? 1 : Infinity });
  const admission = new DocumentGate(schema, { introspection: true }).admit(source);
  if ('errors' in admission)
    return { data: undefined, errors: admission.errors.map((error) => executor.report(error)) };
  const ctx = new RequestContext(house, null, { requestId: 'r', address: '::1', transport: 'http' });
  return executor.execute({ ...admission, operationName: null, variables }, ctx);
}

describe.each<Engine>(['graphql-js', 'compiled'])('what a client is told of an error (%s)', (engine) => {
  it.each([
    ['missing', { code: 'NOT_FOUND', what: 'ticket' }],
    ['forbidden', { code: 'FORBIDDEN', action: 'ticket.read' }],
    ['conflict', { code: 'CONFLICT', version: 4 }],
    ['wrapped', { code: 'NOT_FOUND', what: 'unit' }],
    ['slow', { code: 'LIMIT_EXCEEDED', retryAfter: 1 }],
  ])('%s: its code, its facts and the path, beside what went well', async (field, extensions) => {
    const answer = await run(`{ fine ${field} }`, {}, engine);
    expect(answer.data).toEqual({ fine: 'fine', [field]: null });
    expect(answer.errors?.map((error) => error.toJSON())).toEqual([
      { message: expect.any(String), path: [field], extensions },
    ]);
  });

  it.each(['broken', 'database', 'invalid'])('%s: INTERNAL with a log id, never the cause', async (field) => {
    sunk.length = 0;
    const answer = await run(`{ ${field} }`, {}, engine);
    const [error] = answer.errors ?? [];
    expect(error?.extensions).toEqual({ code: 'INTERNAL', logId: sunk[0]?.logId });
    expect(JSON.stringify(answer)).not.toContain(secret);
    expect(JSON.stringify(answer)).not.toMatch(/insert|duplicate|TypeError| at /);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a field of a wrong type', { input: { subject: 's', size: 'big' } }, 'input.size'],
    ['a required field that is missing', { input: {} }, 'input.subject'],
    [
      'a field below a list',
      { input: { subject: 's', parts: [{ subject: 's' }, { subject: 7 }] } },
      'input.parts[1].subject',
    ],
    ['a field that does not exist', { input: { subject: 's', sibject: 's' } }, 'input.sibject'],
    ['a wrong value of an enum', { input: { subject: 's', colour: 'CRIMSO' } }, 'input.colour'],
    ['no object at all', { input: 'text' }, 'input'],
  ])('%s in a variable is INVALID_INPUT with its path, whatever the variable is called', async (_what, given, path) => {
    const answer = await run('query Q($any: In) { echo(input: $any) }', { any: given['input'] }, engine);
    expect(answer).not.toHaveProperty('data');
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'INVALID_INPUT', path });
  });

  it.each([
    ['{ echo(input: { subject: "s", size: "big" }) }', 'input.size'],
    ['{ echo(input: { size: 1 }) }', 'input.subject'],
    [
      '{ echo(input: { subject: "s", parts: [{ subject: "s" }, { subject: "s", parts: [{ subject: 7 }] }] }) }',
      'input.parts[1].parts[0].subject',
    ],
    ['{ echo(input: { subject: "s", colour: CRIMSO }) }', 'input.colour'],
    ['{ echo(ids: ["a", 7]) }', 'ids[1]'],
  ])('in the document: %s is INVALID_INPUT with its path', async (source, path) => {
    const answer = await run(source, {}, engine);
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'INVALID_INPUT', path });
  });

  it('a list of more than 1,000 in a variable is LIMIT_EXCEEDED', async () => {
    const source = 'query Q($ids: [String]) { echo(ids: $ids) }';
    const answer = await run(source, { ids: Array.from({ length: 1_001 }, String) }, engine);
    expect(answer.errors?.[0]?.extensions).toEqual({
      code: 'LIMIT_EXCEEDED',
      what: 'listItems',
      limit: 1_000,
      found: 1_001,
    });
    expect((await run(source, { ids: Array.from({ length: 1_000 }, String) }, engine)).errors).toBeUndefined();
  });
});

describe('names of the schema', () => {
  it.each<[string, string, Record<string, unknown>]>([
    ['a field', '{ fin }', {}],
    ['an enum value in a variable', 'query Q($i: In) { echo(input: $i) }', { i: { subject: 's', colour: 'CRIMSO' } }],
    ['an enum value in the document', '{ echo(input: { subject: "s", colour: CRIMSO }) }', {}],
    ['an input field', 'query Q($i: In) { echo(input: $i) }', { i: { subject: 's', siz: 1 } }],
    ['an argument', '{ echo(inputs: null) }', {}],
  ])('are suggested for %s only where introspection is on', async (_what, source, variables) => {
    const closed = await run(source, variables, 'graphql-js', false);
    expect(closed.errors?.[0]?.extensions['code']).toBe('INVALID_INPUT');
    expect(JSON.stringify(closed)).not.toContain('Did you mean');
    const open = await run(source, variables, 'graphql-js', true);
    expect(JSON.stringify(open)).toContain('Did you mean');
  });
});

it('an error that was reported once is told the same when it is reported again', async () => {
  const executor = new Executor(schema, { sink, suggestions: true });
  const once = executor.report(new GraphQLError('x', { originalError: forbidden('ticket.read'), path: ['a'] }));
  expect(executor.report(once)).toBe(once);
  await Promise.resolve();
});
