import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';

/** The API as `schema.graphql` has it: sorted by name, so that a change shows as the lines that changed. */
export const printApiSchema = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
