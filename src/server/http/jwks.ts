import type { FastifyInstance } from 'fastify';
import type { SigningKeys } from '../../tenancy/identity/signing-keys.js';

/** How long others may keep the document, in seconds; a new key appears there within this time. */
const MAX_AGE_SECONDS = 60;

/** `/.well-known/jwks.json`: the public keys that access tokens are verified with (RFC 7517), open to all. */
export function addJwks(app: FastifyInstance, keys: SigningKeys): void {
  app.get('/.well-known/jwks.json', async (_request, reply) =>
    reply
      .header('cache-control', `public, max-age=${MAX_AGE_SECONDS}`)
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(await keys.jwks()),
  );
}
