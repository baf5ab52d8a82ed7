import { Kind, visit, BREAK, type ASTNode, type DocumentNode, type ValueNode } from 'graphql';

type Step = string | number;

/** The path of an input as clients read it: `input.parts[1].subject`. */
export const spelled = (start: string, path: readonly Step[]): string =>
  path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}.${step}`), start);

/** The input field that graphql-js names as missing or unknown, which it reports at the object around it. */
export function fieldNamedIn(message: string): string[] {
  const name = /^Field "(?:\w+\.)?(\w+)" (?:of required type|is not defined)/.exec(message)?.[1];
  return name === undefined ? [] : [name];
}

/** Where a written value stands, from its argument down; null for what stands in no argument. */
export function pathOfNode(document: DocumentNode, wanted: ASTNode): string | null {
  let found: string | null = null;
  visit(document, {
    Argument: ({ name, value }) => {
      const steps = stepsTo(value, wanted);
      if (!steps) return undefined;
      found = spelled(name.value, steps);
      return BREAK;
    },
  });
  return found;
}

function stepsTo(value: ValueNode, wanted: ASTNode): Step[] | null {
  if (value === wanted) return [];
  if (value.kind === Kind.LIST)
    return firstOf(
      value.values.map((item, i) => [i, item, item]),
      wanted,
    );
  if (value.kind === Kind.OBJECT)
    return firstOf(
      value.fields.map((field) => [field.name.value, field.value, field]),
      wanted,
    );
  return null;
}

function firstOf(parts: readonly (readonly [Step, ValueNode, ASTNode])[], wanted: ASTNode): Step[] | null {
  for (const [step, value, holder] of parts) {
    const steps = holder === wanted ? [] : stepsTo(value, wanted);
    if (steps) return [step, ...steps];
  }
  return null;
}
