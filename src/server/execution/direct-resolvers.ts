import { getMetadataStorage as validationRules } from 'class-validator';
import { GraphQLScalarType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import type { RequestContext } from '../../tenancy/request-context.js';

type Metadata = ReturnType<typeof getMetadataStorage>;
type MethodMetadata = Metadata['queries'][number] | Metadata['fieldResolvers'][number];
type ParamMetadata = NonNullable<MethodMetadata['params']>[number];

type Args = Readonly<Record<string, unknown>>;
/** The value of one parameter; `NOT_PLAIN` where type-graphql must convert and validate it. */
type ValueOf = (source: unknown, args: Args, ctx: RequestContext) => unknown;
type Method = (this: object, ...params: readonly unknown[]) => unknown;

const NOT_PLAIN = Symbol('not plain');

/**
 * Lets fields of questions call the methods of their resolvers directly, synchronously, wherever type-graphql's wrapper
 * would hand parameters through unchanged: the row, the context, plain arguments, and inputs that are not given. The
 * wrapper sorts and binds the parameters again for every row, and makes a promise of every field with an argument. Where
 * an argument has a class with rules, or there is middleware, the wrapper stays.
 */
export function callDirectly(schema: GraphQLSchema): void {
  const methods = methodsByField(getMetadataStorage());
  const instances = new Map<unknown, object>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const method = methodOf(type, field.name, methods);
      const values = method && valuesOf(method);
      const wrapped = field.resolve;
      if (!values || !wrapped) continue;
      const instance = instances.get(method.target) ?? (Reflect.construct(method.target, []) as object);
      instances.set(method.target, instance);
      const call = Reflect.get(instance, method.methodName) as Method;
      field.resolve = (source: unknown, args: Args, ctx: RequestContext, info) => {
        const params = values.map((valueOf) => valueOf(source, args, ctx));
        return params.includes(NOT_PLAIN) ? wrapped(source, args, ctx, info) : call.apply(instance, params);
      };
    }
  }
}

/** Methods of resolvers by `Type.field`; of an interface under the interface's name. */
function methodsByField(metadata: Metadata): ReadonlyMap<string, MethodMetadata> {
  const names = new Map<unknown, string>();
  for (const { target, name } of [...metadata.objectTypes, ...metadata.interfaceTypes]) names.set(target, name);
  const found = new Map<string, MethodMetadata>();
  for (const query of metadata.queries) found.set(`Query.${query.schemaName}`, query);
  for (const field of metadata.fieldResolvers)
    if (field.kind === 'external') found.set(`${names.get(field.getObjectType?.()) ?? ''}.${field.schemaName}`, field);
  return found;
}

function methodOf(
  type: GraphQLObjectType,
  field: string,
  methods: ReadonlyMap<string, MethodMetadata>,
): MethodMetadata | undefined {
  const owners = [type, ...type.getInterfaces()];
  return owners.map(({ name }) => methods.get(`${name}.${field}`)).find((method) => method !== undefined);
}

/** How each parameter of a method gets its value, in order; undefined where the wrapper has to do it. */
function valuesOf({ params = [], middlewares = [], roles }: MethodMetadata): readonly ValueOf[] | undefined {
  if (middlewares.length > 0 || roles !== undefined) return undefined;
  const values = params.toSorted((a, b) => a.index - b.index).map(valueOfParam);
  return values.every((value) => value !== undefined) ? values : undefined;
}

function valueOfParam(param: ParamMetadata): ValueOf | undefined {
  if (param.kind === 'context' && param.propertyName === undefined) return (_source, _args, ctx) => ctx;
  if (param.kind === 'root' && param.propertyName === undefined && !param.getType) return (source) => source;
  if (param.kind === 'arg' && !param.validateFn) {
    const { name } = param;
    if (isPlain(param.getType())) return (_source, args) => args[name];
    return (_source, args) => (args[name] == null ? args[name] : NOT_PLAIN);
  }
  return param.kind === 'args' && !param.validateFn ? valueOfArgs(param.getType()) : undefined;
}

/** All arguments of a field as one object of their class, where the class has no rules and only plain fields. */
function valueOfArgs(type: unknown): ValueOf | undefined {
  const classes = getMetadataStorage().argumentTypes;
  const { target, fields = [] } = classes.find((known) => known.target === type) ?? {};
  if (!target || Object.getPrototypeOf(target) !== Function.prototype || !fields.every((f) => isPlain(f.getType())))
    return undefined;
  if (validationRules().getTargetValidationMetadatas(target, '', false, false).length > 0) return undefined;
  const { prototype } = target as { readonly prototype: object };
  return (_source, args) => {
    const made = Object.create(prototype) as Record<string, unknown>;
    for (const { name } of fields) if (args[name] !== undefined) made[name] = args[name];
    return made;
  };
}

/** Scalars and enums are handed through as they are. */
function isPlain(type: unknown): boolean {
  if (type instanceof GraphQLScalarType || [String, Number, Boolean, Date].includes(type as never)) return true;
  return getMetadataStorage().enums.some(({ enumObj }) => enumObj === type);
}
