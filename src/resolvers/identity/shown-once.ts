import { Secret } from '../../domain/identity/secret.js';

/** A secret that a command has just made; null of a repeated command, which keeps none. */
export const shownOnce = (secret: unknown): string | null => (secret instanceof Secret ? secret.reveal() : null);
