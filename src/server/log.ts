import { pino, type Logger } from 'pino';
import type { LogLevel } from './env.js';

/** The program's log: one JSON object a line on standard output, never personal data, never tokens. */
export const openLog = (level: LogLevel): Logger =>
  pino({
    level,
    base: null,
    redact: { paths: ['req.headers.authorization', 'headers.authorization', 'authorization'], remove: true },
  });
