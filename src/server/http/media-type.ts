export const JSON_TYPE = 'application/json';
export const GRAPHQL_RESPONSE_TYPE = 'application/graphql-response+json';

/**
 * The media type of an answer by the request's `Accept`: the one that it wants most, `application/json` where it has no
 * wish. The two differ in status codes: under `application/json` a well-formed request is answered with 200.
 */
export function answerType(accept: string | undefined): typeof JSON_TYPE | typeof GRAPHQL_RESPONSE_TYPE {
  let best = { type: JSON_TYPE as typeof JSON_TYPE | typeof GRAPHQL_RESPONSE_TYPE, q: 0 };
  for (const part of (accept ?? '').split(',')) {
    const [type = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const q = Number(parameters.find((text) => text.startsWith('q='))?.slice(2) ?? 1);
    const named = type === GRAPHQL_RESPONSE_TYPE ? GRAPHQL_RESPONSE_TYPE : JSON_TYPE;
    if (q > best.q && [GRAPHQL_RESPONSE_TYPE, JSON_TYPE, 'application/*', '*/*'].includes(type))
      best = { type: named, q };
  }
  return best.type;
}
