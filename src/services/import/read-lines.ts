import { isUtf8 } from 'node:buffer';
import { invalidInput } from '../../domain/errors.js';
import type { FileRules } from '../../domain/import/import-mapping.js';

/** One line of a file, without its end. */
export interface Line {
  readonly text: string;
  /** Why the text is not what the file says. */
  readonly fault: 'INVALID_ENCODING' | 'RECORD_TOO_LONG' | null;
}

/** Longest line that is kept, in bytes; of a longer one only the beginning. */
const MAX_BYTES = 65_536;
const KEPT_OF_TOO_LONG = 1_000;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Splits bytes into lines, in batches as they arrive. Memory stays bounded also where no line ever ends.
 * @throws INVALID_INPUT for a file in UTF-16, whose lines cannot be told by bytes
 */
export async function* readLines(
  input: AsyncIterable<Uint8Array>,
  encoding: FileRules['encoding'],
): AsyncGenerator<Line[]> {
  const decode = decoderOf(encoding);
  let rest: Buffer = Buffer.alloc(0);
  let cut = false;
  let first = true;
  const line = (bytes: Buffer): Line => {
    const wasCut = cut || bytes.length > MAX_BYTES;
    cut = false;
    const kept = bytes.at(-1) === CR ? bytes.subarray(0, -1) : bytes;
    return wasCut ? { text: decode(kept.subarray(0, KEPT_OF_TOO_LONG)).text, fault: 'RECORD_TOO_LONG' } : decode(kept);
  };
  for await (const piece of input) {
    let bytes =
      rest.length > 0 ? Buffer.concat([rest, piece]) : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    if (first && bytes.length >= 3) {
      first = false;
      bytes = withoutMark(bytes);
    }
    const lines: Line[] = [];
    let at = 0;
    for (let end = bytes.indexOf(LF, at); end >= 0; end = bytes.indexOf(LF, at)) {
      lines.push(line(bytes.subarray(at, end)));
      at = end + 1;
    }
    rest = bytes.subarray(at);
    if (rest.length > MAX_BYTES) {
      rest = Buffer.from(rest.subarray(0, KEPT_OF_TOO_LONG));
      cut = true;
    }
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0) yield [line(first ? withoutMark(rest) : rest)];
}

function withoutMark(bytes: Buffer): Buffer {
  const mark = bytes.subarray(0, 3).toString('hex');
  if (mark.startsWith('fffe') || mark.startsWith('feff'))
    throw invalidInput('file.encoding', 'the file is in UTF-16; save it as UTF-8');
  return mark === 'efbbbf' ? bytes.subarray(3) : bytes;
}

function decoderOf(encoding: FileRules['encoding']): (bytes: Buffer) => Line {
  if (encoding === 'auto') return detecting();
  if (encoding === 'utf-8')
    return (bytes) => ({ text: bytes.toString('utf8'), fault: isUtf8(bytes) ? null : 'INVALID_ENCODING' });
  const strict = new TextDecoder(encoding, { fatal: true });
  const lenient = new TextDecoder(encoding);
  return (bytes) => {
    try {
      return { text: strict.decode(bytes), fault: null };
    } catch {
      return { text: lenient.decode(bytes), fault: 'INVALID_ENCODING' };
    }
  };
}

/**
 * Tells UTF-8 from GB18030 by the first line that is more than ASCII, and stays with it: what is valid UTF-8 is UTF-8.
 */
function detecting(): (bytes: Buffer) => Line {
  let decode: ((bytes: Buffer) => Line) | null = null;
  return (bytes) => {
    if (!decode && bytes.some((byte) => byte > 0x7f)) decode = decoderOf(isUtf8(bytes) ? 'utf-8' : 'gb18030');
    return decode ? decode(bytes) : { text: bytes.toString('latin1'), fault: null };
  };
}
