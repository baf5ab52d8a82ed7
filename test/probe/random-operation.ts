import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { RandomValues, type Pools } from './random-value.js';
import type { Tape } from './tape.js';

/** A valid operation, with the fields, arguments and input fields that it touches. */
export interface RandomOperation {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly touched: ReadonlySet<string>;
}

const MAX_DEPTH = 6;
const MAX_ALIASES = 40;
const MAX_DIRECTIVES = 40;
/** In a hundred: how often an argument that may be left out is given. Pages are small, so that they stay cheap. */
const CHANCES: Readonly<Record<string, number>> = { first: 90, filter: 60, after: 20, before: 6, last: 4 };

/** Makes an operation of the choices on a tape; an ended tape makes the smallest one. */
export function randomOperation(schema: GraphQLSchema, tape: Tape, pools: Pools): RandomOperation {
  return new Maker(schema, tape, pools).make();
}

/** Every field, argument and input field that an operation could touch. */
export function coordinatesOf(schema: GraphQLSchema): string[] {
  const ofType = (type: GraphQLNamedType): string[] => {
    if (type.name.startsWith('__')) return [];
    if (isInputObjectType(type)) return Object.keys(type.getFields()).map((field) => `${type.name}.${field}`);
    return fieldsOf(type).flatMap((field) => [
      `${type.name}.${field.name}`,
      ...field.args.map((arg) => argumentOf(type, field, arg)),
    ]);
  };
  return Object.values(schema.getTypeMap()).flatMap(ofType);
}

const fieldsOf = (type: GraphQLNamedType): GraphQLField<unknown, unknown>[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
const argumentOf = (type: GraphQLNamedType, field: { readonly name: string }, arg: GraphQLArgument): string =>
  `${type.name}.${field.name}(${arg.name}:)`;

class Maker {
  readonly #touched = new Set<string>();
  readonly #declared: string[] = [];
  readonly #variables: Record<string, unknown> = {};
  readonly #fragments: string[] = [];
  readonly #values: RandomValues;
  #aliases = 0;
  #directives = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly tape: Tape,
    pools: Pools,
  ) {
    this.#values = new RandomValues(tape, pools, (coordinate) => this.#touched.add(coordinate));
  }

  make(): RandomOperation {
    const draw = this.tape.below(100);
    const kind = draw < 80 ? 'query' : draw < 98 ? 'mutation' : 'subscription';
    const root = {
      query: this.schema.getQueryType(),
      mutation: this.schema.getMutationType(),
      subscription: this.schema.getSubscriptionType(),
    }[kind] as GraphQLObjectType;
    const keys = new Set<string>();
    const count = kind === 'subscription' ? 1 : 1 + this.tape.below(3);
    const fields = Array.from({ length: count }, () =>
      this.#field(root, this.tape.pick(fieldsOf(root)), keys, 1, kind),
    );
    const declared = this.#declared.length === 0 ? '' : `(${this.#declared.join(', ')})`;
    const text = [`${kind} Fuzz${declared} { ${fields.join(' ')} }`, ...this.#fragments].join('\n');
    return { kind, text, variables: this.#variables, touched: this.#touched };
  }

  /** One field, under a response key that its selection does not have yet; `''` where none is left. */
  #field(
    parent: GraphQLNamedType,
    field: GraphQLField<unknown, unknown>,
    keys: Set<string>,
    depth: number,
    root?: RandomOperation['kind'],
  ): string {
    let name = field.name;
    if (keys.has(name) || this.tape.chance(8)) {
      if (this.#aliases >= MAX_ALIASES) return '';
      this.#aliases += 1;
      name = `a${this.#aliases}`;
    }
    keys.add(name);
    this.#touched.add(`${parent.name}.${field.name}`);
    const args = field.args
      .filter((arg) => isNonNullType(arg.type) || this.tape.chance(CHANCES[arg.name] ?? 30))
      .map((arg) => this.#argument(parent, field, arg));
    const inner = getNamedType(field.type);
    const below = isLeafType(inner) ? '' : ` ${this.#selection(inner, depth, new Set())}`;
    const label = name === field.name ? '' : `${name}: `;
    const directive = root === 'subscription' ? '' : this.#directive();
    return `${label}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${directive}${below}`;
  }

  #argument(parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>, arg: GraphQLArgument): string {
    this.#touched.add(argumentOf(parent, field, arg));
    const value = this.#values.of(arg.type, arg.name);
    const written = this.tape.chance(25) ? literal(arg.type, value) : null;
    return `${arg.name}: ${written ?? this.#variable(String(arg.type), value)}`;
  }

  #variable(type: string, value: unknown): string {
    const name = `v${this.#declared.length}`;
    this.#declared.push(`$${name}: ${type}`);
    this.#variables[name] = value;
    return `$${name}`;
  }

  #directive(): string {
    if (this.#directives >= MAX_DIRECTIVES || !this.tape.chance(6)) return '';
    this.#directives += 1;
    const [name, when] = this.tape.pick([
      ['include', true],
      ['skip', false],
      ['include', false],
    ] as const);
    return ` @${name}(if: ${this.tape.chance(50) ? this.#variable('Boolean!', when) : String(when)})`;
  }

  /** Some fields of a type, some of them inside fragments; never empty. */
  #selection(type: GraphQLNamedType, depth: number, keys: Set<string>): string {
    const parts = [this.tape.chance(10) ? '__typename' : ''];
    const fields = fieldsOf(type).filter((field) => depth < MAX_DEPTH || isLeafType(getNamedType(field.type)));
    const count = fields.length === 0 ? 0 : 1 + this.tape.below(Math.min(7, fields.length));
    for (let i = 0; i < count; i += 1) {
      const field = this.tape.pick(fields);
      if (!keys.has(field.name) || field.args.length > 0) parts.push(this.#field(type, field, keys, depth + 1));
    }
    if (depth < MAX_DEPTH && this.tape.chance(12)) parts.push(this.#fragment(type, depth, keys));
    if (isAbstractType(type))
      for (const possible of this.schema.getPossibleTypes(type))
        if (this.tape.chance(70)) parts.push(this.#fragment(possible, depth, keys));
    const chosen = parts.filter((part) => part !== '');
    return `{ ${chosen.length > 0 ? chosen.join(' ') : '__typename'} }`;
  }

  #fragment(type: GraphQLNamedType, depth: number, keys: Set<string>): string {
    const selection = this.#selection(type, depth + 1, keys);
    if (this.tape.chance(50)) return `... on ${type.name}${this.#directive()} ${selection}`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${type.name} ${selection}`);
    return `...${name}${this.#directive()}`;
  }
}

/** Half of a character outside the basic plane: no document may hold it. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** A value as it is written in a document; null where it cannot be. */
function literal(type: GraphQLInputType, value: unknown): string | null {
  const inner = getNullableType(type);
  if (value === null) return 'null';
  if (typeof value === 'string') {
    if (isEnumType(inner)) return value;
    return LONE_SURROGATE.test(value) ? null : JSON.stringify(value);
  }
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value) && isListType(inner)) {
    const items = value.map((item) => literal(inner.ofType, item));
    return items.includes(null) ? null : `[${items.join(', ')}]`;
  }
  if (!isInputObjectType(inner) || typeof value !== 'object') return null;
  const fields = Object.entries(value).map(([name, item]) => {
    const field = inner.getFields()[name];
    const written = field ? literal(field.type, item) : null;
    return written === null ? null : `${name}: ${written}`;
  });
  return fields.includes(null) ? null : `{ ${fields.join(', ')} }`;
}
