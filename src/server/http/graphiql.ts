import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { ruruHTML } from 'ruru/server';
import { getStaticFile } from 'ruru/static';
import { GRAPHQL_PATH } from '../graphql-path.js';

const STATIC_PATH = '/graphiql/';

/** What the page may load: this program only. Styles are written by its editor; scripts carry the answer's nonce. */
const policy = (nonce: string, host: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "worker-src 'self' blob:",
    `connect-src 'self' ws://${host} wss://${host}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const HOST = /^[a-z0-9.:[\]-]{1,255}$/i;

/** GraphiQL at `/`, from the program's own files: works without any network, subscriptions included. */
export function addGraphiql(app: FastifyInstance): void {
  app.get('/', (request, reply) => {
    const nonce = randomBytes(16).toString('base64');
    const withNonce = (html: string): string => html.replaceAll('<script', `<script nonce="${nonce}"`);
    const { host = '' } = request.headers;
    const html = ruruHTML({
      endpoint: GRAPHQL_PATH,
      subscriptionEndpoint: GRAPHQL_PATH,
      staticPath: STATIC_PATH,
      htmlParts: {
        titleTag: '<title>Guanjia</title>',
        configScript: withNonce,
        headerScripts: withNonce,
        bodyScripts: withNonce,
        bodyInitScript: withNonce,
      },
    });
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy(nonce, HOST.test(host) ? host : 'localhost'))
      .header('cache-control', 'no-store')
      .send(html);
  });
  app.get(`${STATIC_PATH}*`, async (request, reply) => {
    const file = await getStaticFile({
      staticPath: STATIC_PATH,
      urlPath: request.url.split('?')[0] ?? '',
      acceptEncoding: request.headers['accept-encoding'],
      disallowDevAssets: true,
    });
    if (!file) {
      reply.callNotFound();
      return reply;
    }
    const { etag } = file.headers;
    for (const [name, value] of Object.entries(file.headers)) if (name !== 'content-length') reply.header(name, value);
    reply.headers({ 'cache-control': 'public, max-age=3600', vary: 'accept-encoding' });
    if (etag !== undefined && request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.send(file.content);
  });
}
