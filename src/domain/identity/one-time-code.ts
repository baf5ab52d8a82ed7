/** Letters and digits that nobody confuses when reading aloud (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Characters of the secret part: 50 bits, and five tries. */
export const CODE_LENGTH = 10;
/** Characters of the part that finds an invitation. */
export const LOCATOR_LENGTH = 8;
/** Tries to enter a one-time code before it is void. */
export const MAX_TRIES = 5;

/** The code that random bytes make, one character a byte. Every character is equally likely. */
export const codeOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');

/** The code in groups, as it is shown: `4Q7MX-20HTA`. */
export const spoken = (...parts: readonly string[]): string =>
  parts.flatMap((part) => part.match(/.{1,5}/g) ?? []).join('-');

/**
 * What somebody types, in the form in which it was made: capitals, hyphens and spaces do not matter, and O, I and L are
 * taken for 0 and 1. Null when it has another length or other characters.
 */
export function readCode(text: string, length: number): string | null {
  const code = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return code.length === length && Array.from(code).every((character) => ALPHABET.includes(character)) ? code : null;
}
