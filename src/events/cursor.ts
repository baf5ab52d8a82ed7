import { createHash } from 'node:crypto';
import { invalidInput, resyncRequired } from '../domain/errors.js';

/** A position in the event log of one company. */
export interface Position {
  readonly epoch: number;
  readonly seq: number;
}

const VERSION = 1;
const BODY = 1 + 4 + 8;

const seal = (companyId: string, body: Buffer): Buffer =>
  createHash('sha256').update(companyId).update(body).digest().subarray(0, 6);

/** The opaque text of a position; it says nothing about another company and is good for none. */
export function encodeCursor(companyId: string, position: Position): string {
  const body = Buffer.alloc(BODY);
  body.writeUInt8(VERSION, 0);
  body.writeUInt32BE(position.epoch, 1);
  body.writeBigUInt64BE(BigInt(position.seq), 5);
  return Buffer.concat([body, seal(companyId, body)]).toString('base64url');
}

/**
 * The position behind a cursor of this company.
 * @throws INVALID_INPUT when it is mangled or of another company
 */
export function decodeCursor(companyId: string, text: string, path: string): Position {
  const bytes = /^[A-Za-z0-9_-]{26}$/.test(text) ? Buffer.from(text, 'base64url') : Buffer.alloc(0);
  const body = bytes.subarray(0, BODY);
  const wrong = invalidInput(path, 'not a cursor of this company');
  if (bytes.length !== BODY + 6 || body.readUInt8(0) !== VERSION || !seal(companyId, body).equals(bytes.subarray(BODY)))
    throw wrong;
  const seq = Number(body.readBigUInt64BE(5));
  if (!Number.isSafeInteger(seq)) throw wrong;
  return { epoch: body.readUInt32BE(1), seq };
}

/**
 * Lets a client continue from its position.
 * @throws RESYNC_REQUIRED of another epoch, beyond the head, or before the replay horizon
 */
export function assertReplayable(position: Position, head: Position, oldestReplayable: number): void {
  if (position.epoch !== head.epoch) throw resyncRequired('OTHER_EPOCH');
  if (position.seq > head.seq) throw resyncRequired('AHEAD');
  if (position.seq < oldestReplayable) throw resyncRequired('TOO_OLD');
}
