/** A request that costs far more to read, to check or to carry out than to send. */
interface Bomb {
  readonly what: string;
  /** The body of a request, as it is sent. */
  readonly body: string;
  /** The limit that refuses it; null where it is not a limit but its form. */
  readonly limit: string | null;
}

const times = (n: number, make: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => make(i)).join(' ');
const written = (what: string, limit: string | null, query: string): Bomb => ({
  what,
  limit,
  body: JSON.stringify({ query }),
});
const FILTERED = 'query ($filter: TicketFilter) { tickets(filter: $filter) { nodes { id } } }';
/** The variable is JSON text, since what is nested so deep cannot be made into text. */
const given = (what: string, limit: string | null, filter: string): Bomb => ({
  what,
  limit,
  body: `{"query":${JSON.stringify(FILTERED)},"variables":{"filter":${filter}}}`,
});
const around = (open: string, n: number, inside: string, close: string): string =>
  `${open.repeat(n)}${inside}${close.repeat(n)}`;

/** All are refused: by a limit with its name, or as INVALID_INPUT. */
export const QUERY_BOMBS: readonly Bomb[] = [
  written('fields nested 3,000 deep', 'depth', `{ ${around('estates { nodes { ', 1_500, 'id', ' } }')} }`),
  written('10,000 aliases', 'tokens', `{ e: estates { nodes { ${times(10_000, (i) => `a${i}:id`)} } } }`),
  written('aliases of root fields', 'aliases', `{ ${times(6_000, (i) => `a${i}: __typename`)} }`),
  written('9,000 directives of one place', 'directivesOfOnePlace', `{ __typename ${times(9_000, () => '@x')} }`),
  written(
    'directives everywhere',
    'directives',
    `{ viewer { ${times(40, (i) => `a${i}: __typename ${'@skip(if: true) '.repeat(4)}`)} } }`,
  ),
  written('fragments in a circle', null, '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
  written(
    'fragments that spread the next four times',
    'fields',
    `{ ...F0 } ${times(49, (i) => `fragment F${i} on Query { __typename ${`...F${i + 1} `.repeat(4)}}`)} fragment F49 on Query { __typename }`,
  ),
  written('a megabyte of tokens', 'length', `{${' a'.repeat(520_000)}}`),
  written('60,000 tokens', 'tokens', `{${' a'.repeat(60_000)}}`),
  written('60,000 comments', null, `${'#\n'.repeat(60_000)}{ nothingOfThisName }`),
  written('a list nested 100,000 deep', 'depth', `{ ticket(id: ${'['.repeat(100_000)}) { id } }`),
  written('an object nested 30,000 deep', 'depth', `{ tickets(filter: ${'{a:'.repeat(30_000)}) { nodes { id } } }`),
  written('a list nested 500 deep', 'valueDepth', `{ ticket(id: ${around('[', 500, '1', ']')}) { id } }`),
  written('a number of 100,000 digits', 'textLength', `{ tickets(first: ${'9'.repeat(100_000)}) { nodes { id } } }`),
  written('a text of 100,000 letters', 'textLength', `{ tickets(first: "${'x'.repeat(100_000)}") { nodes { id } } }`),
  written('a name of 100,000 letters', 'nameLength', `{ ${'x'.repeat(100_000)} }`),
  written(
    '4,000 operations',
    'operations',
    times(4_000, (i) => `query Q${i} { a }`),
  ),
  written(
    '4,000 times the same variable below 80,000 lines',
    'variables',
    `${'\n'.repeat(80_000)}query (${times(4_000, () => '$a:Int')}) { __typename }`,
  ),
  written(
    '6,000 times the same argument below 80,000 lines',
    'arguments',
    `${'\n'.repeat(80_000)}{ ticket(${times(6_000, () => 'id:1')}) { id } }`,
  ),
  written(
    'conflicts below 80,000 lines',
    null,
    `${'\n'.repeat(80_000)}{ ${times(19, () => `tickets { nodes { id: number id: phase ${times(15, () => 'id')} } }`)} }`,
  ),
  written(
    'values that do not fit, everywhere',
    null,
    `{ ${times(40, (i) => `a${i}: tickets(filter: { kinds: [${times(90, (j) => `K${j}`)}] }) { nodes { id } }`)} }`,
  ),
  written(
    'introspection of types of types',
    'introspectionDepth',
    `{ __schema { types { ${around('fields { type { ', 30, 'name', ' } }')} } } }`,
  ),
  written(
    'introspection many times over',
    'introspectionAliases',
    `{ ${times(40, (i) => `a${i}: __schema { types { fields { args { name } } } }`)} }`,
  ),
  given('an object nested 170,000 deep in a variable', 'valueDepth', around('{"a":', 170_000, '1', '}')),
  given('a list nested 500,000 deep in a variable', 'valueDepth', around('[', 500_000, '', ']')),
  given('60,000 names in a variable', 'values', `{${times(60_000, (i) => `"kind${i}":1,`).replaceAll(' ', '')}"z":1}`),
  given('900 names that do not exist', null, `{${times(900, (i) => `"kind${i}":1,`)}"z":1}`),
  given('a name of a megabyte', 'nameLength', `{"${'x'.repeat(1_000_000)}":1}`),
  given('a text of a megabyte', 'textLength', `{"number":"${'x'.repeat(1_000_000)}"}`),
  given('1,000 values of no enum', null, `{"kinds":[${times(999, () => `"${'REPAIRS'.repeat(100)}",`)}"x"]}`),
  given('a list of half a million', 'values', `{"estateIds":[${'0,'.repeat(500_000)}0]}`),
  { what: 'a batch of 500 requests', limit: null, body: JSON.stringify(Array(500).fill({ query: '{ __typename }' })) },
];
