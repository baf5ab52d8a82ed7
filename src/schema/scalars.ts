import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTime, GraphQLJSON, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars';

const DECIMAL = /^-?(0|[1-9]\d{0,17})(\.\d{1,6})?$/;
const CURSOR = /^[A-Za-z0-9_-]{1,64}$/;

const asText = (name: string, form: RegExp, example: string) => (value: unknown) => {
  if (typeof value === 'string' && form.test(value)) return value;
  throw new GraphQLError(`${name} must look like ${example}.`);
};

const textScalar = (
  name: string,
  form: RegExp,
  example: string,
  description: string,
): GraphQLScalarType<string, string> =>
  new GraphQLScalarType({
    name,
    description,
    serialize: asText(name, form, example),
    parseValue: asText(name, form, example),
    parseLiteral: (node) => asText(name, form, example)(node.kind === Kind.STRING ? node.value : undefined),
  });

const named = (
  scalar: GraphQLScalarType,
  name: string,
  description: string,
  serialize = scalar.serialize,
): GraphQLScalarType =>
  new GraphQLScalarType({ ...scalar.toConfig(), name, description, serialize, specifiedByURL: null });

const MOST_DAYS = 10_000;
const knownDays = new Set<unknown>();
/** A series shows the same few days thousands of times: what was found to be a day once is one. */
function serializeDay(value: unknown): unknown {
  if (knownDays.has(value)) return value;
  const day = GraphQLLocalDate.serialize(value);
  if (knownDays.size === MOST_DAYS) knownDays.clear();
  knownDays.add(day);
  return day;
}

/** An instant. */
export const DateTime = named(GraphQLDateTime, 'DateTime', 'An instant, RFC 3339 with offset: `2026-11-22T08:30:00Z`.');
/** A calendar day of the estate. */
export const LocalDate = named(
  GraphQLLocalDate,
  'LocalDate',
  "A calendar day in the estate's time zone: `2026-11-22`.",
  serializeDay,
);
/** A value whose form is told elsewhere. */
export const Json = named(
  GraphQLJSON,
  'Json',
  'Any JSON value; the field or the `shape` beside it says which form it has.',
);
/** A client's own id of a command. */
export const UUID = named(GraphQLUUID, 'UUID', 'A universally unique identifier, RFC 9562.');
/** An exact decimal as text. */
export const Decimal = textScalar('Decimal', DECIMAL, '"1234.50"', 'An exact decimal number as text: `"1234.50"`.');
/** A position in the event log. */
export const Cursor = textScalar(
  'Cursor',
  CURSOR,
  'a cursor that an answer carried',
  'An opaque position in the event log of one company. Subscribe `after` it to receive what came later, without gap or repeat.',
);
