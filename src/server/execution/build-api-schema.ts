import 'reflect-metadata';
import { isAbstractType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { buildSchema, type NonEmptyArray, type PubSub } from 'type-graphql';
import { RESOLVERS } from '../../resolvers/registry.js';
import { ROOT_ACCESS, type RootAccess } from '../../resolvers/root-access.js';
import { typeNameOf } from '../../resolvers/type-name-of.js';
import { authorize } from '../../tenancy/authorize.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** type-graphql asks for one wherever there are subscriptions; ours bring their own source. */
const NO_PUB_SUB: PubSub = {
  publish: () => {
    throw new Error('Events are read from the event log.');
  },
  subscribe: () => {
    throw new Error('A subscription must bring its own source.');
  },
};

/**
 * The executable schema of the API: every root field behind its line of the access table, abstract types resolved
 * synchronously (a promise there is refused by compiled execution).
 * @throws Error when a root field has no line, or a line no field
 */
export async function buildApiSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: RESOLVERS as unknown as NonEmptyArray<new () => object>,
    validate: { forbidUnknownValues: false },
    nullableByDefault: false,
    pubSub: NO_PUB_SUB,
  });
  for (const type of Object.values(schema.getTypeMap()))
    if (isAbstractType(type)) type.resolveType = (value) => typeNameOf(type.name, value as object);
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
    if (access === 'SIGNED_IN') void ctx.asker;
    else authorize(ctx.principal, access);
    return inner?.(source, args as never, ctx, info) as unknown;
  };
}
