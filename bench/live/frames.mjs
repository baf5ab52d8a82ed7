/** The bare minimum of the WebSocket protocol for a client that costs next to nothing beside the server that it measures. */
const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

/** A text frame of a client, masked by zeros. */
export const textFrame = (text) => frame(TEXT, Buffer.from(text));
export const pongFrame = (payload) => frame(PONG, payload);

function frame(opcode, payload) {
  const length = payload.length;
  if (length > 65_535) throw new Error('Clients of the bench send short frames only.');
  const head =
    length < 126
      ? Buffer.from([0x80 | opcode, 0x80 | length, 0, 0, 0, 0])
      : Buffer.from([0x80 | opcode, 0x80 | 126, length >> 8, length & 255, 0, 0, 0, 0]);
  return Buffer.concat([head, payload]);
}

/** What a server sends, cut into frames: `text(payload)`, `ping(payload)` and `close(code)` are called for each. */
export class FrameReader {
  #rest = null;

  constructor(heard) {
    this.heard = heard;
  }

  take(data) {
    let buffer = this.#rest === null ? data : Buffer.concat([this.#rest, data]);
    for (;;) {
      const frame = first(buffer);
      if (frame === null) break;
      const payload = buffer.subarray(frame.from, frame.until);
      if (frame.opcode === TEXT) this.heard.text(payload);
      else if (frame.opcode === PING) this.heard.ping(payload);
      else if (frame.opcode === CLOSE) this.heard.close(payload.length < 2 ? 1005 : payload.readUInt16BE(0));
      buffer = buffer.subarray(frame.until);
    }
    // What was read lies where the next is read to.
    this.#rest = buffer.length === 0 ? null : Buffer.from(buffer);
  }
}

/** Where the first frame of a buffer lies; null when it is not whole. Servers do not mask and, here, do not fragment. */
function first(buffer) {
  if (buffer.length < 2) return null;
  const short = buffer[1] & 127;
  const from = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (buffer.length < from) return null;
  const length = short === 126 ? buffer.readUInt16BE(2) : short === 127 ? Number(buffer.readBigUInt64BE(2)) : short;
  return buffer.length < from + length ? null : { opcode: buffer[0] & 15, from, until: from + length };
}
