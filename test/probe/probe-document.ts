import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** A document for one root field, with every argument filled and every field selected. */
export interface ProbeDocument {
  readonly field: string;
  /** Which of its field's documents it is, from 0; those that differ by their ids only are one. */
  readonly nth: number;
  readonly operation: 'query' | 'mutation' | 'subscription';
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Gives the id for an argument: `name` is the argument or input field, `field` the root field that it belongs to. */
export type IdSource = (name: string, field: string) => string;

/** Values that are not ids. */
export interface ProbeValues {
  readonly cursor: string;
  readonly text: string;
}

/** How many objects a document goes down below its branch; with few items a list, it stays within the API's limits. */
const MAX_DEPTH = 4;
const PAGE_SIZE = 3;
const PAGING = ['first', 'last', 'before', 'after'];

/**
 * Documents for every root field of the schema: one with the plain fields of what it returns, and one for each branch
 * below it. They grow by themselves with the schema.
 */
export function probeDocuments(schema: GraphQLSchema, ids: IdSource, values: ProbeValues): ProbeDocument[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  return roots.flatMap(([operation, root]) =>
    Object.values(root?.getFields() ?? {}).flatMap((field) =>
      branchesOf(schema, getNamedType(field.type), operation)
        .flatMap((branch) => (hasOptional(field) ? [true, false] : [true]).map((all) => ({ branch, all })))
        .map((which, nth) =>
          onceAsked({ field: `${root?.name ?? ''}.${field.name}`, nth, operation }, () =>
            documentFor(schema, operation, field, which, ids, values),
          ),
        ),
    ),
  );
}

/** A document that is written when somebody looks at it: a probe takes few of them. */
function onceAsked(
  known: Pick<ProbeDocument, 'field' | 'nth' | 'operation'>,
  write: () => Pick<ProbeDocument, 'text' | 'variables'>,
): ProbeDocument {
  let written: Pick<ProbeDocument, 'text' | 'variables'> | undefined;
  return {
    ...known,
    get text() {
      return (written ??= write()).text;
    },
    get variables() {
      return (written ??= write()).variables;
    },
  };
}

function documentFor(
  schema: GraphQLSchema,
  operation: ProbeDocument['operation'],
  field: GraphQLField<unknown, unknown>,
  { branch, all }: { readonly branch: string | null; readonly all: boolean },
  ids: IdSource,
  values: ProbeValues,
): Pick<ProbeDocument, 'text' | 'variables'> {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const useArguments = (args: readonly GraphQLArgument[], every: boolean): string => {
    const used = args
      .filter((arg) => every || isNonNullType(arg.type) || arg.name === 'first')
      .filter((arg) => arg.name === 'first' || !PAGING.includes(arg.name));
    if (operation === 'subscription') used.push(...args.filter((arg) => arg.name === 'after'));
    return used.length === 0
      ? ''
      : `(${used
          .map((arg) => {
            const name = `v${declared.length}`;
            declared.push(`$${name}: ${String(arg.type)}`);
            variables[name] = valueOf(arg.type, arg.name, field.name, ids, values, 0);
            return `${arg.name}: $${name}`;
          })
          .join(', ')})`;
  };
  // Fields of one of several possible types are named after it where another has a field of that name and another type; an
  // answer takes few aliases, so plain fields that look alike keep their names.
  const fieldsOf = (type: GraphQLNamedType, depth: number, path: string, among: readonly GraphQLNamedType[] = []) =>
    shapesOf(type).flatMap(({ field: f, inner, isLeaf }): string[] => {
      const here = path === '' ? f.name : `${path}.${f.name}`;
      if (!isLeaf && (depth >= MAX_DEPTH || !onBranch(here, branch))) return [];
      const alike = isLeaf && f.args.length === 0 && looksAlike(f, among);
      const name = among.length === 0 || alike ? f.name : `${type.name}_${f.name}: ${f.name}`;
      const field = `${name}${useArguments(f.args, false)}`;
      return [isLeaf ? field : `${field} ${select(inner, depth + 1, here)}`];
    });
  const select = (type: GraphQLNamedType, depth: number, path: string): string => {
    if (isLeafType(type)) return '';
    const parts = ['__typename', ...(isObjectType(type) ? fieldsOf(type, depth, path) : [])];
    if (isAbstractType(type))
      for (const possible of schema.getPossibleTypes(type))
        parts.push(
          `... on ${possible.name} { __typename ${fieldsOf(possible, depth, path, schema.getPossibleTypes(type)).join(' ')} }`,
        );
    return `{ ${parts.join(' ')} }`;
  };
  const args = useArguments(field.args, all);
  const selection = select(getNamedType(field.type), 0, '');
  const head = declared.length === 0 ? '' : `(${declared.join(', ')})`;
  return { text: `${operation} Probe${head} { ${field.name}${args} ${selection} }`, variables };
}

/** Whether a field has one type in every one of several types that have a field of its name. */
function looksAlike(field: GraphQLField<unknown, unknown>, among: readonly GraphQLNamedType[]): boolean {
  let known = answers.get(among);
  if (known === undefined) answers.set(among, (known = new Map<GraphQLField<unknown, unknown>, boolean>()));
  let answer = known.get(field);
  if (answer === undefined) {
    answer = among.every((type) => {
      const other = isObjectType(type) ? type.getFields()[field.name] : undefined;
      return other === undefined || String(other.type) === String(field.type);
    });
    known.set(field, answer);
  }
  return answer;
}

const answers = new WeakMap<readonly GraphQLNamedType[], Map<GraphQLField<unknown, unknown>, boolean>>();

/** Whether a root field can be asked with and without its optional arguments. */
const hasOptional = (field: GraphQLField<unknown, unknown>): boolean =>
  field.args.some((arg) => !isNonNullType(arg.type) && !PAGING.includes(arg.name));

interface Shape {
  readonly field: GraphQLField<unknown, unknown>;
  readonly inner: GraphQLNamedType;
  readonly isLeaf: boolean;
}

/** The fields of a type with what they return; looked at once, since documents pass the same types thousands of times. */
function shapesOf(type: GraphQLNamedType): readonly Shape[] {
  let shapes = known.get(type);
  if (shapes === undefined) {
    shapes = fieldList(type).map((field) => {
      const inner = getNamedType(field.type);
      return { field, inner, isLeaf: isLeafType(inner) };
    });
    known.set(type, shapes);
  }
  return shapes;
}

const known = new WeakMap<GraphQLNamedType, readonly Shape[]>();

const fieldList = (type: GraphQLNamedType): GraphQLField<unknown, unknown>[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];

/** Whether a path lies on the way to a branch or below it; without a branch nothing but plain fields is taken. */
const onBranch = (path: string, branch: string | null): boolean =>
  branch !== null && (branch === path || branch.startsWith(`${path}.`) || path.startsWith(`${branch}.`));

/**
 * The plain fields, and every way of two steps into objects: `nodes.unit`, `repair.timeline`. What a mutation or an
 * event returns is of types that queries return too, so one way into it is enough.
 */
function branchesOf(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  operation: ProbeDocument['operation'],
): (string | null)[] {
  const steps = (of: GraphQLNamedType): [string, GraphQLNamedType][] => {
    const types = isAbstractType(of) ? schema.getPossibleTypes(of) : [of];
    return types.flatMap((t) =>
      fieldList(t)
        .map((f) => [f.name, getNamedType(f.type)] as [string, GraphQLNamedType])
        .filter(([, inner]) => !isLeafType(inner)),
    );
  };
  const ways = steps(type).flatMap(([first, inner]) => {
    const below = steps(inner).map(([second]) => `${first}.${second}`);
    return below.length > 0 ? below : [first];
  });
  return operation === 'query' ? [null, ...new Set(ways)] : [ways[0] ?? null];
}

function valueOf(
  type: GraphQLInputType,
  name: string,
  field: string,
  ids: IdSource,
  values: ProbeValues,
  depth: number,
): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [valueOf(nullable.ofType, name, field, ids, values, depth)];
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  if (isInputObjectType(nullable)) {
    if (depth > 3) return undefined;
    const entries = Object.values(nullable.getFields())
      .filter((f) => isNonNullType(f.type) || carriesIds(f.type) || f.name === 'number')
      .map((f) => [f.name, valueOf(f.type, f.name, field, ids, values, depth + 1)] as const);
    return Object.fromEntries(entries);
  }
  return leafValue(getNamedType(nullable).name, name, field, ids, values);
}

function carriesIds(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  return named.name === 'ID' || isInputObjectType(named);
}

function leafValue(type: string, name: string, field: string, ids: IdSource, values: ProbeValues): unknown {
  switch (type) {
    case 'ID':
      return ids(name, field);
    case 'Int':
      return name === 'first' ? PAGE_SIZE : 1;
    case 'Float':
      return 1;
    case 'Boolean':
      return true;
    case 'DateTime':
      return '2026-01-05T08:00:00Z';
    case 'LocalDate':
      return '2026-01-05';
    case 'UUID':
      return crypto.randomUUID();
    case 'Decimal':
      return '1.00';
    case 'Cursor':
      return values.cursor;
    default:
      return name === 'timeZone' ? 'Asia/Shanghai' : values.text;
  }
}
