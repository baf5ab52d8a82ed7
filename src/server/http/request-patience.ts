import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How long the whole request may take, in milliseconds; absent: as long as any other. */
    readonly bodyMs?: number;
  }
}

const TIMED_OUT = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n';

/** Ends the connection of a request whose body does not come in time. Headers are the server's own to wait for. */
export function addRequestPatience(app: FastifyInstance, requestMs: number): void {
  app.addHook('onRequest', (request, reply, next) => {
    const { raw } = request;
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
    if (encoding === undefined && (length === undefined || length === '0')) {
      next();
      return;
    }
    const timer = setTimeout(() => {
      if (!raw.complete && !reply.raw.headersSent) raw.socket.write(TIMED_OUT);
      raw.destroy();
    }, request.routeOptions.config.bodyMs ?? requestMs);
    const over = (): void => clearTimeout(timer);
    raw.once('end', over);
    raw.once('close', over);
    reply.raw.once('close', over);
    next();
  });
}
