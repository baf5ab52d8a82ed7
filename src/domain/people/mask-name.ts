const CHARACTERS = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * A person's name for those who may not read it: the first character and one star, whatever the length (`张*`). A name
 * of a single character is a star, because its first character would be all of it.
 */
export function maskName(name: string): string {
  const [first, second] = CHARACTERS.segment(name.trim());
  return first && second ? `${first.segment}*` : '*';
}
