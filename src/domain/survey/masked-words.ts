/** What a mask leaves. */
const MASK = '***';
/** Six or more digits, also with spaces or hyphens between: telephone, identity, card and plate numbers. */
const NUMBERS = /\d(?:[\s-]?\d){5,}[xX]?/gu;
const MAIL = /[^\s@，。；、]+@[^\s@，。；、]+\.[^\s@，。；、]+/gu;
/** A household by its number: `3栋1201`, `1201室`, `12号楼2单元`. */
const HOUSEHOLD = /\d+\s*(?:栋|幢|座|号楼|单元|室|房)(?:\s*\d+)?/gu;
/** Names shorter than this would mask half of what is said. */
const SHORTEST_NAME = 2;

/**
 * Words of a household without what says who it is: numbers, addresses of mail, households by number, and the names of those
 * who live there.
 * @rule D-29
 */
export function maskedWords(text: string, names: readonly string[]): string {
  const known = names.map((name) => name.trim()).filter((name) => Array.from(name).length >= SHORTEST_NAME);
  const nameless = known.sort((a, b) => b.length - a.length).reduce((said, name) => said.replaceAll(name, MASK), text);
  return nameless.replace(MAIL, MASK).replace(NUMBERS, MASK).replace(HOUSEHOLD, MASK);
}
