import { describe, expect, it } from '@jest/globals';
import { buildSchema, getIntrospectionQuery, GraphQLError } from 'graphql';
import { DocumentGate } from '../../../src/server/execution/document-gate.js';
import { LIMITS, type Limit } from '../../../src/server/execution/limits/limits.js';
import { costOf } from '../../../src/server/execution/limits/operation-cost.js';
import { operationOf } from '../../../src/server/execution/operation.js';

const schema = buildSchema(`
  type Query { a: A node(id: ID, ids: [ID!], deep: Deep): A page(first: Int, last: Int): AConnection! many: [A!]! text: String }
  type Mutation { write(input: In): A }
  type AConnection { nodes: [A!]! edges: [AEdge!]! pageInfo: Info! }
  type AEdge { node: A! } type Info { endCursor: String }
  type A { a: A b: String page(first: Int): AConnection! many: [A!]! }
  input In { text: String } input Deep { deep: Deep }
`);
const gate = new DocumentGate(schema, { introspection: true });

function refused(source: string): Readonly<Record<string, unknown>> | string | null {
  const admission = gate.admit(source);
  if (!('errors' in admission)) return null;
  const [error] = admission.errors;
  const original = error?.originalError as { code?: string; facts?: Record<string, unknown> } | undefined;
  return original?.facts ?? error?.message ?? 'refused';
}
const nested = (field: string, times: number, leaf: string): string =>
  `${`${field} { `.repeat(times)}${leaf}${' }'.repeat(times)}`;
const times = (n: number, make: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => make(i)).join(' ');
/** Each fragment spreads the next one twice: 2^n fields. */
const bomb = (n: number): string =>
  `{ a { ...F0 } } ${times(n, (i) => `fragment F${i} on A { b ${i < n - 1 ? `...F${i + 1} ...F${i + 1}` : ''} }`)}`;

describe('limits of a document', () => {
  it.each<[Limit, string, string]>([
    ['depth', `{ ${nested('a', 11, 'b')} }`, `{ ${nested('a', 12, 'b')} }`],
    ['aliases', `{ a { ${times(50, (i) => `x${i}: b`)} } }`, `{ a { ${times(51, (i) => `x${i}: b`)} } }`],
    ['rootFields', `{ ${times(50, (i) => `x${i}: text`)} }`, `{ text ${times(50, (i) => `x${i}: text`)} }`],
    [
      'mutationFields',
      `mutation { ${times(200, (i) => `m${i}: write(input: { text: "x" }) { b }`)} }`,
      `mutation { ${times(201, (i) => `m${i}: write(input: { text: "x" }) { b }`)} }`,
    ],
    ['repeats', `{ ${times(20, () => 'text')} }`, `{ ${times(21, () => 'text')} }`],
    ['fragments', fragments(50), fragments(51)],
    ['spreads', spreads(200), spreads(201)],
    ['directivesOfOnePlace', '{ text @skip(if: false) }', `{ text ${times(6, () => '@skip(if: false)')} }`],
    ['directives', directed(50), directed(51)],
    ['fields', bomb(10), bomb(14)],
    [
      'listItems',
      `{ node(ids: [${times(1000, () => '"x"')}]) { b } }`,
      `{ node(ids: [${times(1001, () => '"x"')}]) { b } }`,
    ],
    ['valueDepth', `{ node(deep: ${value(12)}) { b } }`, `{ node(deep: ${value(13)}) { b } }`],
    ['operations', times(20, (i) => `query Q${i} { text }`), times(21, (i) => `query Q${i} { text }`)],
  ])('%s: the limit passes, one more is LIMIT_EXCEEDED with limit and found', (what, passes, fails) => {
    expect(refused(passes)).toBeNull();
    expect(refused(fails)).toEqual({ what, limit: LIMITS[what], found: expect.any(Number) });
    expect((refused(fails) as { found: number }).found).toBeGreaterThan(LIMITS[what]);
  });

  it('an offline batch with inline inputs stays below the tokens, more is LIMIT_EXCEEDED', () => {
    expect(refused(`{ ${times(10_001, () => 'a')} }`)).toMatchObject({ what: 'repeats' });
    expect(refused(`{ ${times(20_001, () => 'a')} }`)).toMatchObject({ what: 'tokens', limit: 20_000 });
  });

  it('what is nested ten thousand times is refused and does not exhaust the stack', () => {
    expect(refused(nested('a', 9_000, 'b').replace(/^/, '{ ') + ' }')).toMatchObject({ what: 'depth' });
    expect(refused(`{ node(deep: ${'{deep:'.repeat(6_000)}null${'}'.repeat(6_000)}) { b } }`)).toMatchObject({
      limit: expect.any(Number),
    });
  });

  it('fragments count where they are spread, and a circle of them is refused', () => {
    const deep = `{ a { ...F } } fragment F on A { ${nested('a', 11, 'b')} }`;
    expect(refused(deep)).toMatchObject({ what: 'depth' });
    expect(refused('{ a { ...F } } fragment F on A { a { ...F } }')).toEqual({ path: 'query' });
    const batch = `mutation { ...B } fragment B on Mutation { ${times(51, (i) => `m${i}: write { b }`)} }`;
    expect(refused(batch)).toMatchObject({ what: 'aliases' });
  });

  it('the usual introspection query passes', () => {
    expect(refused(getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true }))).toBeNull();
  });

  it('what a hostile document costs does not grow with the square of its length', () => {
    const hostile = [
      `{ ${times(9_000, (i) => `x${i}: text`)} }`,
      `{ ${times(19_000, () => 'text')} }`,
      `{ a { ${times(6_000, () => '... on A { b }')} } }`.slice(0, 60_000),
      bomb(50),
      `{ ${times(50, (i) => `...G${i}`)} } ${times(50, (i) => `fragment G${i} on Query { ${times(20, (j) => (j % 2 ? 'text' : 'a { b }'))} }`)}`,
      `{ ${times(19, () => `a { ${times(19, () => `a { ${times(10, () => 'b')} }`)} }`)} }`,
    ];
    const started = performance.now();
    for (const source of hostile) refused(source);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it('a document that passed once is the same document again', () => {
    const [first, second] = [gate.admit('{ text }'), gate.admit('{ text }')];
    expect('document' in first && 'document' in second && first.document === second.document).toBe(true);
  });

  it('where introspection is off, the schema is not told', () => {
    const closed = new DocumentGate(schema, { introspection: false });
    expect(closed.admit('{ __schema { types { name } } }')).toHaveProperty('errors');
    expect(closed.admit('{ __typename }')).toHaveProperty('document');
  });
});

describe('cost of an operation', () => {
  const cost = (source: string, variables: Record<string, unknown> = {}): number => {
    const admission = gate.admit(source);
    if ('errors' in admission) throw admission.errors[0] ?? new GraphQLError('refused');
    const operation = operationOf(admission.document, null);
    if (!operation) throw new Error('No operation.');
    return costOf(schema, admission.document, operation, variables);
  };

  it.each<[string, string, Record<string, unknown>, number]>([
    ['plain fields are tenths', '{ text }', {}, 1],
    ['an object is one', '{ a { a { b } } }', {}, 3],
    ['a page without a size has 20', '{ page { nodes { b } } }', {}, Math.ceil((1 + 1.1) * 20)],
    ['a page with a size has that', '{ page(first: 100) { nodes { b } } }', {}, Math.ceil((1 + 1.1) * 100)],
    ['a size may be a variable', 'query Q($n: Int) { page(last: $n) { nodes { b } } }', { n: 7 }, Math.ceil(2.1 * 7)],
    ['a list has 10', '{ many { b } }', {}, 11],
    [
      'lists multiply',
      '{ page(first: 10) { nodes { page(first: 10) { nodes { b } } } } }',
      {},
      10 * (1 + 1 + 10 * 2.1),
    ],
    ['fragments count', '{ ...F } fragment F on Query { page(first: 10) { nodes { b } } }', {}, 21],
  ])('%s', (_law, source, variables, expected) => {
    expect(cost(source, variables)).toBe(expected);
  });
});

function fragments(n: number): string {
  return `{ ${times(n, (i) => `...F${i}`)} } ${times(n, (i) => `fragment F${i} on Query { text }`)}`;
}
function spreads(n: number): string {
  return `{ a { ${times(n, () => '...F')} } } fragment F on A { b }`;
}
function directed(n: number): string {
  return `{ a { ${times(n, (i) => `x${i}: b @skip(if: false)`)} } }`.replace(/x50: b/, 'b');
}
function value(n: number): string {
  return `${'{ deep: '.repeat(n - 1)}null${' }'.repeat(n - 1)}`;
}
