/** The embedded PostgreSQL cannot be used; the message says why and what to do, its first line by itself. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}
