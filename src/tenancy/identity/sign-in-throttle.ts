import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';
import type { Clock } from '../../domain/clock.js';
import { limitExceeded } from '../../domain/errors.js';
import { networkOf } from './network-of.js';
import { keyFor } from './sealing.js';

/** Failed sign-ins of one login within the window before it is blocked. */
const FAILURES_OF_LOGIN = 10;
/** Failed sign-ins from one network within the window before it is blocked. */
const FAILURES_OF_ADDRESS = 100;
/** The window in which failures add up, and how long a block lasts: 15 minutes. */
const WINDOW_SECONDS = 900;
const TIDY_EVERY_MS = 60_000;

/** One try to sign in, by keyed hashes: neither the login nor the address can be read from them. */
export interface Attempt {
  readonly login: string;
  readonly address: string;
}

const COUNT = `
insert into sign_in_throttle as t (key, failures, window_started_at) values ($1, 1, coalesce($3, clock_timestamp()))
on conflict (key) do update set
  failures = case when coalesce(t.blocked_until, t.window_started_at + $4::int * interval '1 second') <= excluded.window_started_at
                  then 1 else t.failures + 1 end,
  window_started_at = case when coalesce(t.blocked_until, t.window_started_at + $4::int * interval '1 second') <= excluded.window_started_at
                           then excluded.window_started_at else t.window_started_at end,
  blocked_until = case when coalesce(t.blocked_until, t.window_started_at + $4::int * interval '1 second') <= excluded.window_started_at
                       then null
                       when t.blocked_until is null and t.failures >= $2::int
                       then excluded.window_started_at + $4::int * interval '1 second'
                       else t.blocked_until end
returning ceil(extract(epoch from blocked_until - coalesce($3, clock_timestamp())))::int as "retryAfter"`;

const FORGIVE = 'update sign_in_throttle set failures = failures - 1 where key = any($1) and failures > 0';
const FORGET = 'delete from sign_in_throttle where key = $1';
const TIDY = `delete from sign_in_throttle
 where coalesce(blocked_until, window_started_at + $2::int * interval '1 second') < coalesce($1, clock_timestamp())`;

/**
 * Slows down guessing. Every try is counted before its password is looked at, so that tries at once count as well; a
 * good one takes its count back. Counted in the database, for all nodes together.
 */
export class SignInThrottle {
  readonly #key: Buffer;
  #tidiedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly pool: Pool,
    secret: string,
    private readonly clock?: Clock,
  ) {
    this.#key = keyFor(secret, 'sign-in-throttle');
  }

  /**
   * Counts a try against its network, then against its login, whether or not the login exists.
   * @throws LIMIT_EXCEEDED with `retryAfter` in seconds when either is blocked
   */
  async admit(login: string, address: string): Promise<Attempt> {
    const attempt = { login: this.#hash('login', login), address: this.#hash('address', networkOf(address)) };
    await this.#count(attempt.address, FAILURES_OF_ADDRESS);
    await this.#count(attempt.login, FAILURES_OF_LOGIN);
    if (performance.now() - this.#tidiedAt > TIDY_EVERY_MS) await this.tidy();
    return attempt;
  }

  /** Takes a try back that was not a failure of the person: nothing was compared. */
  async forgive(attempt: Attempt): Promise<void> {
    await this.pool.query(FORGIVE, [[attempt.address, attempt.login]]);
  }

  /** Notes that the try was good: its login starts afresh, its network has one failure less. */
  async succeed(attempt: Attempt): Promise<void> {
    await this.pool.query(FORGET, [attempt.login]);
    await this.pool.query(FORGIVE, [[attempt.address]]);
  }

  async #count(key: string, limit: number): Promise<void> {
    const values = [key, limit, this.clock?.now() ?? null, WINDOW_SECONDS];
    const { rows } = await this.pool.query<{ retryAfter: number | null }>(COUNT, values);
    const retryAfter = rows[0]?.retryAfter ?? null;
    if (retryAfter !== null)
      throw limitExceeded('Too many failed sign-ins; wait before the next.', { retryAfter: Math.max(1, retryAfter) });
  }

  /** Forgets counts whose window or block is over. */
  async tidy(): Promise<void> {
    this.#tidiedAt = performance.now();
    await this.pool.query(TIDY, [this.clock?.now() ?? null, WINDOW_SECONDS]);
  }

  #hash(kind: 'login' | 'address', name: string): string {
    return createHmac('sha256', this.#key).update(`${kind}:${name}`).digest('base64url');
  }
}
