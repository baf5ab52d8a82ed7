import { pino, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './env.js';
import { safeError } from './observation/safe-error.js';

/**
 * The program's log: one JSON object a line on standard output, never personal data, never tokens. Errors are written
 * without what people wrote.
 */
export const openLog = (level: LogLevel, destination?: DestinationStream): Logger => {
  const options = {
    level,
    base: null,
    serializers: { err: (error: unknown) => safeError(error) },
    redact: {
      paths: ['authorization', 'token', 'password', '*.authorization', '*.token', '*.password', 'req', 'variables'],
      remove: true,
    },
  };
  return destination ? pino(options, destination) : pino(options);
};
