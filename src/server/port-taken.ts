import { hasCode } from './embedded/has-code.js';

/** Says plainly that a port is taken; other errors pass. */
export const portTaken =
  (variable: string, port: number) =>
  (error: unknown): never => {
    if (!hasCode(error, 'EADDRINUSE')) throw error;
    throw new Error(`Port ${port} is taken. Stop the program that uses it, or choose another with ${variable}.`);
  };
