/** Where GraphQL is served, on HTTP and WebSocket alike. */
export const GRAPHQL_PATH = '/graphql';
