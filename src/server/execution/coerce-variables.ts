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
 * (`input.subject`, `filter.estateIds[2]`), or LIMIT_EXCEEDED for a list that is too long. Empty when they fit.
 */
export function refusedVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): readonly DomainError[] {
  const refusals: DomainError[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    refusals.push(...refusedVariable(schema, document, definition, variables));
    if (refusals.length >= MAX_REFUSALS) break;
  }
  return refusals.slice(0, MAX_REFUSALS);
}

function refusedVariable(
  schema: GraphQLSchema,
  document: DocumentNode,
  definition: VariableDefinitionNode,
  variables: Variables,
): readonly DomainError[] {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type as never);
  if (!isInputType(type)) return [];
  const argument = (): string => argumentOf(document, name) ?? name;
  const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (value === undefined || value === null) {
    const mayLack = !isNonNullType(type) || (value === undefined && definition.defaultValue);
    return mayLack ? [] : [invalidInput(argument(), 'must be given')];
  }
  const longest = longestList(value);
  if (longest > LIMITS.listItems) return [exceeded('listItems', longest)];
  const refusals: DomainError[] = [];
  coerceInputValue(value, type, (path, _value, error) => {
    if (refusals.length < MAX_REFUSALS)
      refusals.push(invalidInput(spelled(argument(), [...path, ...fieldNamedIn(error.message)]), error.message));
  });
  return refusals;
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

function longestList(value: unknown): number {
  let longest = 0;
  const rest: unknown[] = [value];
  while (rest.length > 0) {
    const next = rest.pop();
    if (typeof next !== 'object' || next === null) continue;
    const items: unknown[] = Array.isArray(next) ? next : Object.values(next);
    if (Array.isArray(next)) longest = Math.max(longest, next.length);
    if (longest > LIMITS.listItems) break;
    for (const item of items) rest.push(item);
  }
  return longest;
}
