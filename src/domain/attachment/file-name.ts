/** Longest name that is kept, in characters. */
const MOST = 120;

/** Directions of writing and invisible characters: with them `gpj.exe` reads as `exe.jpg`. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu;

/**
 * A file's name as people see it: the last part of a path, without what means something to a file system or a header.
 * Files are stored under their ids; the name is never part of a path.
 */
export function fileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(INVISIBLE, '')
    .replaceAll(/["<>|*?:;%]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const bounded = Array.from(plain).slice(0, MOST).join('').replace(/^\.+/, '').trim();
  return bounded === '' ? 'file' : bounded;
}
