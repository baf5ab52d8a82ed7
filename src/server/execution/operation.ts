import { Kind, type DocumentNode, type OperationDefinitionNode } from 'graphql';

/** One operation of a document that was admitted. */
export interface Operation {
  readonly document: DocumentNode;
  /** SHA-256 of the document's text. */
  readonly hash: string;
  /** Characters of the document's text. */
  readonly length: number;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The operation of a document that would run. */
export function operationOf(document: DocumentNode, name: string | null): OperationDefinitionNode | undefined {
  const all = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  return name === null ? (all.length === 1 ? all[0] : undefined) : all.find((d) => d.name?.value === name);
}
