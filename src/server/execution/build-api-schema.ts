import 'reflect-metadata';
import { isAbstractType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { buildSchema, getMetadataStorage, type PubSub } from 'type-graphql';
import { unauthenticated } from '../../domain/errors.js';
import { RESOLVERS } from '../../resolvers/registry.js';
import type { RootAccess } from '../../resolvers/access.js';
import { ROOT_ACCESS } from '../../resolvers/root-access.js';
import { typeNameOf } from '../../resolvers/type-name-of.js';
import { authorize } from '../../tenancy/authorize.js';
import type { Principal } from '../../tenancy/principal.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { callDirectly } from './direct-resolvers.js';
import { validateArgument } from './validate-argument.js';

/** type-graphql asks for one wherever there are subscriptions; ours bring their own source. */
const NO_PUB_SUB: PubSub = {
  publish: () => {
    throw new Error('Events are read from the event log.');
  },
  subscribe: () => {
    throw new Error('A subscription must bring its own source.');
  },
};

/** The root types have no class of their own to describe them. */
const ROOT_DESCRIPTIONS: Readonly<Record<string, string>> = {
  Query: 'Questions. All that one operation reads stands in one snapshot; `extensions.cursor` says which.',
  Mutation: 'Commands, carried out one after another. Each is a transaction of its own and has its own verdict.',
  Subscription: 'What happens, in commit order; `after` continues from a cursor without gap or repeat.',
};

let built: Promise<GraphQLSchema> | undefined;

/**
 * The executable schema of the API: every root field behind its line of the access table, abstract types resolved
 * synchronously (a promise there is refused by compiled execution), plain fields without a resolver (compiled execution
 * reads them in place), methods of resolvers called directly where the wrapper around them has nothing to do. Built once a
 * process.
 * @throws Error when a root field has no line, or a line no field
 */
export const buildApiSchema = (): Promise<GraphQLSchema> => (built ??= build());

async function build(): Promise<GraphQLSchema> {
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers = true;
  const schema = await buildSchema({
    resolvers: RESOLVERS,
    validateFn: validateArgument,
    nullableByDefault: false,
    pubSub: NO_PUB_SUB,
    // It would ask the whole schema about itself at every start; a test validates it instead.
    skipCheck: true,
  });
  for (const type of Object.values(schema.getTypeMap()))
    if (isAbstractType(type)) type.resolveType = (value) => typeNameOf(type.name, value as object);
  for (const [name, description] of Object.entries(ROOT_DESCRIPTIONS)) {
    const root = schema.getType(name);
    if (root) root.description = description;
  }
  callDirectly(schema);
  guardRoots(schema);
  return schema;
}

function guardRoots(schema: GraphQLSchema): void {
  const unused = new Set(Object.keys(ROOT_ACCESS));
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    if (!root || !isObjectType(root)) continue;
    for (const name of Object.keys(root.getFields())) {
      const key = `${root.name}.${name}`;
      const access = ROOT_ACCESS[key];
      if (access === undefined) throw new Error(`${key} has no line in the access table.`);
      unused.delete(key);
      guard(root, name, access);
    }
  }
  if (unused.size > 0) throw new Error(`The access table names fields that do not exist: ${[...unused].join(', ')}.`);
}

/** Puts the access check before the field's resolver, or before its event source for a subscription. */
function guard(root: GraphQLObjectType, name: string, access: RootAccess): void {
  if (access === 'PUBLIC') return;
  const field = root.getFields()[name];
  if (!field) return;
  const gate = field.subscribe ? 'subscribe' : 'resolve';
  const inner = field[gate];
  field[gate] = (source: unknown, args: unknown, ctx: RequestContext, info) => {
    ctx.leaveSignIn();
    if (access === 'SIGNED_IN') assertSignedIn(ctx.principal);
    else authorize(ctx.principal, access);
    return inner?.(source, args, ctx, info);
  };
}

function assertSignedIn(principal: Principal | null): void {
  if (!principal) throw unauthenticated();
}
