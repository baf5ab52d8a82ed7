/** One file of an archive. */
export interface TarEntry {
  readonly name: string;
  readonly body: Buffer;
}

const BLOCK = 512;
/** The checksum of a header is summed with its own field as blanks. */
const SUM_AT = 148;
const SUM_LENGTH = 8;

/** A file as `tar` writes it: header, content, filled up to whole blocks. Names have at most 100 bytes. */
export function tarEntry({ name, body }: TarEntry, modifiedAt: Date): Buffer {
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`;
  if (Buffer.byteLength(name) > 100) throw new Error(`The name ${name} is too long for an archive.`);
  header.write(name, 0);
  header.write(octal(0o600, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(body.length, 12), 124);
  header.write(octal(Math.floor(modifiedAt.getTime() / 1000), 12), 136);
  header.write('0', 156);
  header.write('ustar\0' + '00', 257);
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, SUM_AT);
  return Buffer.concat([header, body, Buffer.alloc(padding(body.length))]);
}

/** What stands behind the last file. */
export const TAR_END = Buffer.alloc(2 * BLOCK);

/**
 * The files of an archive, each whole in memory.
 * @throws Error when it is damaged or ends too early
 */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const bytes = new Bytes(source);
  for (;;) {
    const header = await bytes.take(BLOCK);
    if (header.every((byte) => byte === 0)) return;
    const number = (at: number, length: number): number =>
      Number.parseInt(header.toString('latin1', at, at + length), 8);
    if (number(SUM_AT, SUM_LENGTH) !== checksum(header)) throw new Error('The archive is damaged.');
    const size = number(124, 12);
    const name = header.toString('utf8', 0, 100).replace(/\0.*$/s, '');
    const body = await bytes.take(size);
    await bytes.take(padding(size));
    yield { name, body };
  }
}

const padding = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

function checksum(header: Buffer): number {
  let sum = 0;
  header.forEach((byte, at) => (sum += at >= SUM_AT && at < SUM_AT + SUM_LENGTH ? 0x20 : byte));
  return sum;
}

class Bytes {
  readonly #source: AsyncIterator<Buffer>;
  #chunks: Buffer[] = [];
  #length = 0;

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async take(count: number): Promise<Buffer> {
    while (this.#length < count) {
      const next = await this.#source.next();
      if (next.done) throw new Error('The archive ends too early.');
      this.#chunks.push(next.value);
      this.#length += next.value.length;
    }
    const all = Buffer.concat(this.#chunks);
    this.#chunks = [all.subarray(count)];
    this.#length -= count;
    return all.subarray(0, count);
  }
}
