import type { FastifyInstance } from 'fastify';
import { GRAPHQL_PATH } from '../graphql-path.js';
import { PREFLIGHT_HEADER } from './cross-site.js';

/** How long a browser may remember that it may ask, in seconds. */
const MAX_AGE_SECONDS = 600;

const ALLOWED_HEADERS = ['authorization', 'content-type', PREFLIGHT_HEADER].join(', ');

/**
 * Lets web apps of these origins use the API from a browser (CORS), each named exactly in the answer. No credential of
 * ours is sent by a browser on its own, so none is allowed for; other origins are answered as without these headers.
 */
export function addCrossOrigin(app: FastifyInstance, origins: readonly string[]): void {
  const allowed = new Set(origins);
  app.addHook('onRequest', async (request, reply) => {
    const [path = ''] = request.url.split('?');
    if (path !== GRAPHQL_PATH && !path.startsWith('/files/')) return undefined;
    reply.header('vary', 'Origin');
    const { origin } = request.headers;
    if (origin === undefined || !allowed.has(origin)) return undefined;
    reply.headers({
      'access-control-allow-origin': origin,
      'access-control-expose-headers': 'retry-after',
      'cross-origin-resource-policy': 'cross-origin',
    });
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined)
      return undefined;
    return reply
      .code(204)
      .headers({
        vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
        'access-control-allow-methods': path === GRAPHQL_PATH ? 'GET, POST' : 'GET, PUT',
        'access-control-allow-headers': ALLOWED_HEADERS,
        'access-control-max-age': String(MAX_AGE_SECONDS),
      })
      .send();
  });
}
