import { createHash } from 'node:crypto';

/** What a signature binds: SHA-256 of the content's text, hexadecimal. */
export const contentHash = (content: string): string => createHash('sha256').update(content).digest('hex');
