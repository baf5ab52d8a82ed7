import {
  coerceInputValue,
  isInputType,
  isNonNullType,
  Kind,
  typeFromAST,
  visit,
  BREAK,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { invalidInput, type DomainError } from '../../domain/errors.js';
import { fieldNamedIn, spelled } from './input-path.js';
import { exceeded, LIMITS } from './limits/limits.js';

type Variables = Readonly<Record<string, unknown>>;

/** Most that a client is told at once. */
const MAX_REFUSALS = 10;

/**
 * Why variables do not fit their operation: INVALID_INPUT with the path from the root field's arguments down
 * (`input.subject`, `filter.estateIds[2]`), or LIMIT_EXCEEDED for what is too large. Empty when they fit.
 */
export function refusedVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): readonly DomainError[] {
  const definitions = operation.variableDefinitions ?? [];
  const given = definitions.map(({ variable }) => valueOf(variables, variable.name.value));
  const tooLarge = largerThanAllowed(given);
  if (tooLarge) return [tooLarge];
  const refusals: DomainError[] = [];
  definitions.some((definition, i) => {
    refuse(schema, document, definition, given[i], refusals);
    return refusals.length >= MAX_REFUSALS;
  });
  return refusals;
}

const valueOf = (variables: Variables, name: string): unknown =>
  Object.hasOwn(variables, name) ? variables[name] : undefined;

/** Coercion goes on behind an error; what is thrown ends it. */
const ENOUGH = new Error('Enough.');

function refuse(
  schema: GraphQLSchema,
  document: DocumentNode,
  definition: VariableDefinitionNode,
  value: unknown,
  refusals: DomainError[],
): void {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type as never);
  if (!isInputType(type)) return;
  const argument = (): string => argumentOf(document, name) ?? name;
  if (value === undefined || value === null) {
    const mayLack = !isNonNullType(type) || (value === undefined && definition.defaultValue);
    if (!mayLack) refusals.push(invalidInput(argument(), 'must be given'));
    return;
  }
  try {
    coerceInputValue(value, type, (path, _value, error) => {
      refusals.push(invalidInput(spelled(argument(), [...path, ...fieldNamedIn(error.message)]), error.message));
      if (refusals.length >= MAX_REFUSALS) throw ENOUGH;
    });
  } catch (error) {
    if (error !== ENOUGH) throw error;
  }
}

/** The argument that the variable is the whole of, if there is one. */
function argumentOf(document: DocumentNode, variable: string): string | undefined {
  let found: string | undefined;
  visit(document, {
    Argument: ({ name, value }) => {
      if (value.kind !== Kind.VARIABLE || value.name.value !== variable) return undefined;
      found = name.value;
      return BREAK;
    },
  });
  return found;
}

/** Looks level by level, so that nothing recurses and nothing is looked at below the deepest level that is allowed. */
function largerThanAllowed(given: readonly unknown[]): DomainError | undefined {
  let level = given;
  let values = 0;
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > LIMITS.valueDepth) return exceeded('valueDepth', depth);
    const below: unknown[] = [];
    for (const held of level) {
      if (typeof held === 'string' && held.length > LIMITS.textLength) return exceeded('textLength', held.length);
      if (typeof held !== 'object' || held === null) continue;
      const names = Array.isArray(held) ? [] : Object.keys(held);
      const items: readonly unknown[] = Array.isArray(held) ? held : Object.values(held);
      if (items.length > LIMITS.listItems) return exceeded('listItems', items.length);
      const long = names.find((name) => name.length > LIMITS.nameLength);
      if (long !== undefined) return exceeded('nameLength', long.length);
      values += items.length;
      if (values > LIMITS.values) return exceeded('values', values);
      for (const item of items) below.push(item);
    }
    level = below;
  }
  return undefined;
}
