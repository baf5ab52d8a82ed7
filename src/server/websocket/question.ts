import { visit, Kind, type ASTNode, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { Operation } from '../execution/operation.js';
import { operationOf } from '../execution/operation.js';

/**
 * What a subscription asks of an event, as text: two of a company with the same text are answered alike to whoever may
 * do the same. The arguments of the root field choose the events and ask nothing of them, so variables that stand
 * nowhere else are left out.
 */
export function questionOf(companyId: string, { document, hash, operationName, variables }: Operation): string {
  const definition = operationOf(document, operationName);
  const asked = definition ? [...variablesAsked(document, definition)].sort() : [];
  return JSON.stringify([companyId, hash, operationName, asked.map((name) => [name, variables[name] ?? null])]);
}

/** Names of the variables that stand elsewhere than in arguments of fields directly below the operation. */
function variablesAsked(document: DocumentNode, operation: OperationDefinitionNode): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (node: ASTNode): void => {
    visit(node, {
      Variable: ({ name }) => {
        names.add(name.value);
      },
      VariableDefinition: () => false,
    });
  };
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) collect(node);
  for (const node of operation.selectionSet.selections) {
    if (node.kind !== Kind.FIELD) collect(node);
    else
      for (const part of [...(node.directives ?? []), ...(node.selectionSet ? [node.selectionSet] : [])]) collect(part);
  }
  return names;
}
