/** The object that registers a list of words as a GraphQL enum. */
export const enumOf = <V extends string>(values: readonly V[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as { [K in V]: K };
