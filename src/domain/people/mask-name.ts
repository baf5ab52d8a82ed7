/** Two characters that stand alone: as nearly all names begin, and known without a look at the rules of writing. */
const PLAIN = /^[\u4e00-\u9fff]{2}/;
const CHARACTERS = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * A person's name for those who may not read it: the first character and one star, whatever the length (`张*`). A name
 * of a single character is a star, because its first character would be all of it.
 */
export function maskName(name: string): string {
  const written = name.trim();
  if (PLAIN.test(written)) return `${written.charAt(0)}*`;
  const [first, second] = CHARACTERS.segment(written);
  return first && second ? `${first.segment}*` : '*';
}
