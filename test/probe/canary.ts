import type { Whose } from '../support/story.js';

/** A text that says whose it is, so that a leak names itself. */
export const canary = ({ company, estate, person }: Whose, text: string): string =>
  `KANARI.${company}.${estate ?? '-'}.${(person ?? '-').replaceAll('_', '')}. ${text}`;
