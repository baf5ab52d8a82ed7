/** Bytes of a file from `first` to `last`, both included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * What a `Range` header asks for, of a file of `size` bytes (RFC 9110, 14.2). One range is served; several, other units
 * and malformed ones are ignored, as the standard allows.
 * @returns null for the whole file, 'BEYOND' when the range begins behind its end
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'BEYOND' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return null;
  if (from === '') {
    const count = Math.min(Number(to), size);
    return count === 0 ? 'BEYOND' : { first: size - count, last: size - 1 };
  }
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < first) return null;
  return first >= size ? 'BEYOND' : { first, last };
}
