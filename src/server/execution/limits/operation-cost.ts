import {
  getNamedType,
  GraphQLList,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type GraphQLType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { keep, LIMITS } from './limits.js';

/** Items of a page that does not say `first` or `last`, and of a list without pages. */
const USUAL_PAGE = 20;
const USUAL_LIST = 10;
/** A field without selections is a tenth of an object. */
const LEAF = 0.1;
/** The schema about itself: all its types, or one. */
const INTROSPECTION: Readonly<Record<string, number>> = { __schema: 200, __type: 20 };
const PAGE_ITEMS = new Set(['nodes', 'edges']);

type Variables = Readonly<Record<string, unknown>>;

/**
 * Estimates how many objects an answer has: an object counts 1 and a plain field 0.1, times the sizes of the lists
 * around it. A page has as many items as `first` or `last` asks for, else 20; another list 10. `__schema` counts
 * 200 and `__type` 20, whatever is selected below. Takes a valid document; every fragment is estimated once.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  return Math.ceil(new Estimate(schema, document, variables).set(operation.selectionSet, root));
}

/** The cost of an operation that is not too costly. @throws LIMIT_EXCEEDED with the limit and the estimate */
export function keepCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  const cost = costOf(schema, document, operation, variables);
  keep('cost', cost);
  return cost;
}

class Estimate {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #known = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Variables,
  ) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
  }

  set(set: SelectionSetNode, parent: GraphQLType): number {
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) cost += this.#field(selection, parent);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        cost += this.set(selection.selectionSet, this.#condition(selection.typeCondition?.name.value) ?? parent);
      else cost += this.#spread(selection.name.value);
      if (cost > LIMITS.cost) return cost;
    }
    return cost;
  }

  #field(field: FieldNode, parent: GraphQLType): number {
    if (!field.selectionSet) return LEAF;
    const introspection = INTROSPECTION[field.name.value];
    if (introspection !== undefined) return introspection;
    const definition =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
    if (!definition) return LEAF;
    const below = 1 + this.set(field.selectionSet, getNamedType(definition.type));
    return below * this.#items(field, definition.type);
  }

  #items(field: FieldNode, type: GraphQLOutputType): number {
    const paged = field.arguments?.find(({ name }) => name.value === 'first' || name.value === 'last');
    if (paged) {
      const { value } = paged;
      const asked =
        value.kind === Kind.VARIABLE ? this.variables[value.name.value] : 'value' in value ? value.value : undefined;
      const size = Number(asked ?? USUAL_PAGE);
      return Number.isFinite(size) ? Math.max(1, size) : USUAL_PAGE;
    }
    if (isConnection(type)) return USUAL_PAGE;
    return isList(type) && !PAGE_ITEMS.has(field.name.value) ? USUAL_LIST : 1;
  }

  #spread(name: string): number {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    const type = this.#condition(fragment?.typeCondition.name.value);
    const cost = fragment && type ? this.set(fragment.selectionSet, type) : 0;
    this.#known.set(name, cost);
    return cost;
  }

  #condition(name: string | undefined): GraphQLType | undefined {
    const type = name === undefined ? undefined : this.schema.getType(name);
    return type && isCompositeType(type) ? type : undefined;
  }
}

function isConnection(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isObjectType(named) && named.name.endsWith('Connection') && 'pageInfo' in named.getFields();
}

function isList(type: GraphQLType): boolean {
  let at: GraphQLType = type;
  while ('ofType' in at) {
    if (at instanceof GraphQLList) return true;
    at = at.ofType as GraphQLType;
  }
  return false;
}
