import type { FastifyRequest } from 'fastify';

/** A header that no form, image or script of another site can send without asking first. */
export const PREFLIGHT_HEADER = 'apollo-require-preflight';

/**
 * Whether a GET can be taken as no forgery of another site: browsers say so (`Sec-Fetch-Site`, `Origin`), other
 * programs send neither. Nothing is at stake beyond public data, since no credential of ours is sent by a browser on
 * its own; a POST must carry a content type, or a header, that needs the browser's preflight.
 */
export function isHarmlessGet(request: FastifyRequest): boolean {
  if (request.method !== 'GET') return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin, host } = request.headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
