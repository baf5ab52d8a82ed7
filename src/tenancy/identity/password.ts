import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { Turnstile } from './turnstile.js';

/** argon2id as OWASP's Password Storage Cheat Sheet recommends: 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const SALT_BYTES = 16;
const TAG_BYTES = 32;

/** Hashes at once: 19 MiB and a thread of the pool each; the other threads stay free for files and signatures. */
const AT_ONCE = 2;
/** Hashes that wait; about a second of work. */
const WAITING = 32;
const turnstile = new Turnstile(AT_ONCE, WAITING, 'Too many passwords are being checked at once.');

const FORM = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

/** Fits no password: checking it costs what a real one costs, so that time does not tell whether a login exists. */
export const DUMMY_HASH = encode(Buffer.alloc(SALT_BYTES, 7), Buffer.alloc(TAG_BYTES));

/**
 * The password's hash with its parameters and salt, in the PHC string form `$argon2id$v=19$m=…,t=…,p=…$salt$tag`.
 * @throws LIMIT_EXCEEDED with `retryAfter` when too many hashes are waiting already
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return encode(salt, await tagOf(password, salt, { memory: MEMORY_KIB, passes: PASSES, parallelism: LANES }));
}

/**
 * Whether the password made the hash; compared in constant time. A hash of another form fits nothing, at the same cost.
 * @throws LIMIT_EXCEEDED with `retryAfter` when too many hashes are waiting already
 */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const parts = FORM.exec(hash);
  if (!parts) return verifyPassword(password, DUMMY_HASH);
  const [, memory, passes, parallelism, salt, stored] = parts;
  const expected = Buffer.from(String(stored), 'base64');
  const tag = await tagOf(
    password,
    Buffer.from(String(salt), 'base64'),
    { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    expected.length,
  );
  return timingSafeEqual(tag, expected) && hash !== DUMMY_HASH;
}

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** Characters that look alike in Unicode's compatibility form count as the same: keyboards differ in what they send. */
const tagOf = (password: string, nonce: Buffer, cost: Cost, tagLength = TAG_BYTES): Promise<Buffer> =>
  turnstile.pass(
    () =>
      new Promise((resolve, reject) => {
        argon2('argon2id', { message: password.normalize('NFKC'), nonce, tagLength, ...cost }, (error, tag) => {
          if (error) reject(error);
          else resolve(tag);
        });
      }),
  );

function encode(salt: Buffer, tag: Buffer): string {
  const text = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${text(salt)}$${text(tag)}`;
}
