import { Kind, type ASTNode, type DocumentNode, type SelectionSetNode, type ValueNode } from 'graphql';

type Step = string | number;

/** The path of an input as clients read it: `input.parts[1].subject`. */
export const spelled = (start: string, path: readonly Step[]): string =>
  path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}.${step}`), start);

/** The input field that graphql-js names as missing or unknown, which it reports at the object around it. */
export function fieldNamedIn(message: string): string[] {
  const name = /^Field "(?:\w+\.)?(\w+)" (?:of required type|is not defined)/.exec(message)?.[1];
  return name === undefined ? [] : [name];
}

/** Where written values stand, from their argument down; what stands in no argument is left out. One walk for all. */
export function pathsOfNodes(document: DocumentNode, wanted: ReadonlySet<ASTNode>): ReadonlyMap<ASTNode, string> {
  const found = new Map<ASTNode, string>();
  const value = (node: ValueNode, path: string): void => {
    if (wanted.has(node)) found.set(node, path);
    if (node.kind === Kind.LIST) node.values.forEach((item, i) => value(item, spelled(path, [i])));
    else if (node.kind === Kind.OBJECT)
      for (const field of node.fields) {
        const below = spelled(path, [field.name.value]);
        if (wanted.has(field)) found.set(field, below);
        value(field.value, below);
      }
  };
  const set = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD)
        for (const argument of selection.arguments ?? []) value(argument.value, argument.name.value);
      for (const directive of selection.directives ?? [])
        for (const argument of directive.arguments ?? []) value(argument.value, argument.name.value);
      if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet) set(selection.selectionSet);
    }
  };
  for (const definition of document.definitions) if ('selectionSet' in definition) set(definition.selectionSet);
  return found;
}
