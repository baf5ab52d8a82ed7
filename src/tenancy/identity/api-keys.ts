import type { Pool } from 'pg';
import type { Clock } from '../../domain/clock.js';
import type { VerifiedBearer } from '../bearer.js';
import { ReadMoment, settingsStatement } from '../read/read-moment.js';
import { sqlFor } from '../read/tables.js';
import { doorVariables, houseVariables } from '../session-variables.js';
import { API_KEY, provesSecret } from './opaque-credential.js';
import { Turnstile } from './turnstile.js';

const MAX_ENTRIES = 10_000;
const HOUR_MS = 3_600_000;

const USED = `update api_key set last_used_at = $3 where company_id = $1 and id = $2 and coalesce(last_used_at < $3, true)`;

/** What is remembered of a key: the hash and the expiry of a key never change. */
interface KnownKey {
  readonly hash: string;
  readonly expiresAt: Date;
  /** The last hour that its use was noted for. */
  usedAt: number;
}

/**
 * Proves API keys. What is remembered of them can only expire; whether a key was revoked is looked at with its account,
 * which is forgotten within a second of any change.
 */
export class ApiKeys {
  readonly #known = new Map<string, KnownKey>();
  /** Keys that are looked up at once. */
  readonly #turnstile = new Turnstile(4, 200, 'Too many keys are being checked at once.');

  constructor(
    private readonly pool: Pool,
    private readonly onError: (error: unknown) => void,
    private readonly clock: Clock = { now: () => new Date() },
  ) {}

  /**
   * The bearer of a key; null whatever is wrong with it. Its use is noted to the hour.
   * @throws LIMIT_EXCEEDED when too many keys are being checked at once
   */
  async verify(text: string): Promise<VerifiedBearer | null> {
    const key = API_KEY.read(text);
    if (!key) return null;
    const { companyId, id, secret } = key;
    const name = `${companyId}/${id}`;
    const known = this.#known.get(name) ?? (await this.#turnstile.pass(() => this.#find(companyId, id)));
    if (!known || !provesSecret(secret, known.hash)) return null;
    this.#remember(name, known);
    const now = this.clock.now().getTime();
    if (known.expiresAt.getTime() <= now) return null;
    const hour = now - (now % HOUR_MS);
    if (known.usedAt < hour) {
      known.usedAt = hour;
      this.#noteUse(companyId, id, new Date(hour)).catch(this.onError);
    }
    return { companyId, accountId: id, familyId: null, expiresAt: known.expiresAt };
  }

  #remember(name: string, known: KnownKey): void {
    if (this.#known.has(name)) return;
    if (this.#known.size >= MAX_ENTRIES) this.#known.delete(String(this.#known.keys().next().value));
    this.#known.set(name, known);
  }

  async #find(companyId: string, id: string): Promise<KnownKey | null> {
    const moment = new ReadMoment(this.pool, doorVariables(companyId), null);
    try {
      const [found] = await moment.read(
        sqlFor
          .selectFrom('api_key as k')
          .innerJoin('account as a', (join) =>
            join.onRef('a.company_id', '=', 'k.company_id').onRef('a.id', '=', 'k.id'),
          )
          .select(['a.password_hash as hash', 'k.expires_at as expiresAt', 'k.last_used_at as lastUsedAt'])
          .where('k.company_id', '=', companyId)
          .where('k.id', '=', id)
          .where('k.revoked_at', 'is', null),
      );
      return found ? { hash: found.hash, expiresAt: found.expiresAt, usedAt: found.lastUsedAt?.getTime() ?? 0 } : null;
    } finally {
      await moment.finish();
    }
  }

  async #noteUse(companyId: string, id: string, hour: Date): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      await client.query(settingsStatement(houseVariables(companyId)));
      await client.query(USED, [companyId, id, hour]);
      await client.query('commit');
      client.release();
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
  }
}
