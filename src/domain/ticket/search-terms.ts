/** A text as tickets are searched by it. */
export interface SearchTerms {
  /** Runs of letters and digits, each of which stands in the subject or the description. */
  readonly terms: readonly string[];
  /** The text without its edges: the whole number of a ticket where it is one. */
  readonly whole: string;
}

/** The most runs that one text is searched by. */
export const MOST_TERMS = 8;
/** What an index finds has two characters at least, as 漏水 has. */
const LONG_ENOUGH = /../u;

/**
 * What a text is searched by: full-width and half-width forms are one, as are capitals and small letters, and whatever is
 * neither letter nor digit parts the runs, wildcards included. Null where no run has two characters, which is too little
 * to look up.
 */
export function searchTerms(text: string): SearchTerms | null {
  const whole = text.normalize('NFKC').toLowerCase().trim();
  const terms = [...new Set(whole.split(/[^\p{Alphabetic}0-9]+/u))].filter((run) => run !== '');
  return terms.some((run) => LONG_ENOUGH.test(run)) ? { terms, whole } : null;
}
