/** Every resolver class, in the order of the concepts. */
export const RESOLVERS = [] as const;
