import {
  Kind,
  OperationTypeNode,
  type ArgumentNode,
  type ConstArgumentNode,
  type ConstDirectiveNode,
  type ConstValueNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type NameNode,
  type SelectionSetNode,
  type TypeNode,
  type ValueNode,
} from 'graphql';
import { invalidInput } from '../../../domain/errors.js';
import { keep } from './limits.js';

/** How large something is once fragments are expanded. */
interface Extent {
  readonly depth: number;
  readonly fields: number;
  /** Fields at its top. */
  readonly top: number;
}

/**
 * Measures a parsed document, before it is validated, in time that grows with its length only: every fragment is
 * measured once and its extent added where it is spread.
 * @throws LIMIT_EXCEEDED with the limit and what was found
 * @throws INVALID_INPUT when fragments spread each other in a circle
 */
export function measureDocument(document: DocumentNode): void {
  new Measure(document).run();
}

class Measure {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #extents = new Map<string, Extent>();
  readonly #open = new Set<string>();
  #aliases = 0;
  #introspectionAliases = 0;
  #directives = 0;
  #spreads = 0;

  constructor(private readonly document: DocumentNode) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
  }

  run(): void {
    const operations = this.document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    keep('operations', operations.length);
    keep('fragments', this.document.definitions.length - operations.length);
    let fields = 0;
    for (const fragment of this.#fragments.values()) this.#fragment(fragment.name.value);
    for (const operation of operations) {
      this.#directed(operation.directives);
      keep('variables', operation.variableDefinitions?.length ?? 0);
      for (const variable of operation.variableDefinitions ?? []) {
        this.#directed(variable.directives);
        named(typeNameOf(variable.type));
        if (variable.defaultValue) this.#value(variable.defaultValue, 1);
      }
      const mutation = operation.operation === OperationTypeNode.MUTATION;
      const extent = this.#set(operation.selectionSet, 1, mutation);
      keep(mutation ? 'mutationFields' : 'rootFields', extent.top);
      keep('depth', extent.depth);
      keep('fields', (fields += extent.fields));
    }
  }

  /** @param level nesting inside this definition, so that nothing recurses deeper than a limit */
  #set(set: SelectionSetNode, level: number, mutationRoot = false, introspection = false): Extent {
    keep(introspection ? 'introspectionDepth' : 'depth', level);
    const keys = new Map<string, number>();
    const extent = this.#selections(set, level, keys, mutationRoot, introspection);
    keep('fields', extent.fields);
    return extent;
  }

  #selections(
    set: SelectionSetNode,
    level: number,
    keys: Map<string, number>,
    mutationRoot: boolean,
    introspection: boolean,
    nested = 0,
  ): Extent {
    keep('depth', nested);
    let [depth, fields, top] = [0, 0, 0];
    for (const selection of set.selections) {
      this.#directed(selection.directives);
      let extent: Extent;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const repeats = (keys.get(key) ?? 0) + 1;
        keys.set(key, repeats);
        keep('repeats', repeats);
        extent = this.#field(selection, level, mutationRoot, introspection);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        named(selection.typeCondition?.name);
        extent = this.#selections(selection.selectionSet, level, keys, mutationRoot, introspection, nested + 1);
      } else {
        keep('spreads', (this.#spreads += 1));
        extent = this.#fragment(selection.name.value);
      }
      depth = Math.max(depth, extent.depth);
      fields += extent.fields;
      top += extent.top;
    }
    return { depth, fields, top };
  }

  #field(field: FieldNode, level: number, mutationRoot: boolean, introspection: boolean): Extent {
    named(field.name);
    const meta = introspection || field.name.value === '__schema' || field.name.value === '__type';
    if (field.alias && meta) keep('introspectionAliases', (this.#introspectionAliases += 1));
    if (field.alias && !mutationRoot) keep('aliases', (this.#aliases += 1));
    this.#arguments(field.arguments);
    if (!field.selectionSet) return { depth: 1, fields: 1, top: 1 };
    const below = this.#set(field.selectionSet, level + 1, false, meta);
    return { depth: meta ? 1 : below.depth + 1, fields: below.fields + 1, top: 1 };
  }

  #fragment(name: string): Extent {
    const known = this.#extents.get(name);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    if (!fragment) return { depth: 0, fields: 0, top: 0 };
    if (this.#open.has(name)) throw invalidInput('query', `fragment ${name} spreads itself`);
    this.#open.add(name);
    this.#directed(fragment.directives);
    named(fragment.typeCondition.name);
    const extent = this.#set(fragment.selectionSet, 1, false, INTROSPECTED.test(fragment.typeCondition.name.value));
    this.#open.delete(name);
    this.#extents.set(name, extent);
    return extent;
  }

  #directed(directives: readonly (DirectiveNode | ConstDirectiveNode)[] = []): void {
    keep('directivesOfOnePlace', directives.length);
    keep('directives', (this.#directives += directives.length));
    for (const directive of directives) {
      named(directive.name);
      this.#arguments(directive.arguments);
    }
  }

  #arguments(given: readonly (ArgumentNode | ConstArgumentNode)[] = []): void {
    keep('arguments', given.length);
    for (const argument of given) {
      named(argument.name);
      this.#value(argument.value, 1);
    }
  }

  #value(value: ValueNode | ConstValueNode, level: number): void {
    keep('valueDepth', level);
    if (value.kind === Kind.LIST) {
      keep('listItems', value.values.length);
      for (const item of value.values) this.#value(item, level + 1);
    } else if (value.kind === Kind.OBJECT) {
      for (const field of value.fields) {
        named(field.name);
        this.#value(field.value, level + 1);
      }
    } else if (value.kind === Kind.ENUM) keep('nameLength', value.value.length);
    else if ('value' in value) keep('textLength', String(value.value).length);
  }
}

/** A name that no schema has is compared with all that it has, letter by letter. */
function named(name: NameNode | undefined): void {
  keep('nameLength', name?.value.length ?? 0);
}

function typeNameOf(type: TypeNode): NameNode {
  return type.kind === Kind.NAMED_TYPE ? type.name : typeNameOf(type.type);
}

/** Types of the schema about itself: `__Type`, `__InputValue` and their like. */
const INTROSPECTED = /^__/;
