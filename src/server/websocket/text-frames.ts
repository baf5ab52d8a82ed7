/** FIN and the opcode of a text. */
const TEXT = 0x81;
/** Lengths up to these are said in the second byte, in two more bytes, or in eight. */
const SHORT = 125;
const MEDIUM = 65_535;

/**
 * Messages as a server puts them on the wire, unmasked and each in one frame, all in one piece (RFC 6455, section 5.2): a
 * socket is handed one buffer instead of two a message.
 * @param opening what every message begins with
 * @param closing what every message ends with
 */
export function textFrames(opening: Buffer, payloads: readonly Buffer[], closing: Buffer): Buffer {
  const around = opening.length + closing.length;
  const size = payloads.reduce((sum, { length }) => sum + headLength(around + length) + around + length, 0);
  const frames = Buffer.allocUnsafe(size);
  let at = 0;
  for (const payload of payloads) {
    at = writeHead(frames, at, around + payload.length);
    for (const part of [opening, payload, closing]) {
      frames.set(part, at);
      at += part.length;
    }
  }
  return frames;
}

const headLength = (length: number): number => (length <= SHORT ? 2 : length <= MEDIUM ? 4 : 10);

function writeHead(frames: Buffer, at: number, length: number): number {
  frames[at] = TEXT;
  if (length <= SHORT) return frames.writeUInt8(length, at + 1);
  if (length <= MEDIUM) return frames.writeUInt16BE(length, frames.writeUInt8(126, at + 1));
  return frames.writeBigUInt64BE(BigInt(length), frames.writeUInt8(127, at + 1));
}
