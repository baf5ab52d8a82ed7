import type { FastifyInstance } from 'fastify';
import type { DomainError } from '../../domain/errors.js';
import { exceeded, LIMITS } from '../execution/limits/limits.js';

/** Nested values around those of one variable: the body, and `variables`. */
const AROUND = 2;

/**
 * Takes JSON bodies, once it is sure that their values are not too many and not nested too deep: a body that keeps to
 * its bytes may still hold a hundred thousand names, which take longer to read than to count.
 */
export function addJsonBody(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    const tooLarge = largerThanAllowed(body);
    if (tooLarge) done(tooLarge);
    else void parse(request, body, done);
  });
}

const [QUOTE, COMMA, BACKSLASH, OPEN, CLOSE] = [0x22, 0x2c, 0x5c, [0x5b, 0x7b], [0x5d, 0x7d]] as const;

/** Looks at the text alone: at most this many values, at most this deep. */
function largerThanAllowed(text: string): DomainError | undefined {
  let values = 0;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) quoted = false;
      continue;
    }
    if (code === QUOTE) quoted = true;
    else if (code === COMMA) values += 1;
    else if (code === OPEN[0] || code === OPEN[1]) {
      values += 1;
      depth += 1;
      if (depth > LIMITS.valueDepth + AROUND) return exceeded('valueDepth', depth - AROUND);
    } else if (code === CLOSE[0] || code === CLOSE[1]) depth -= 1;
    if (values > LIMITS.values) return exceeded('values', values);
  }
  return undefined;
}
