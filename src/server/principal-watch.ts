import type { Pool } from 'pg';
import { sql } from 'kysely';
import { OF_RIGHTS } from '../domain/identity/changes-rights.js';
import type { Position } from '../events/cursor.js';
import type { HeadWatch } from '../tenancy/house.js';
import { Paced } from '../tenancy/paced.js';
import { isOutage } from '../tenancy/outage.js';
import type { PrincipalBook } from '../tenancy/principal-book.js';
import { ReadMoment } from '../tenancy/read/read-moment.js';
import { sqlFor } from '../tenancy/read/tables.js';
import { houseVariables } from '../tenancy/session-variables.js';

const CHANGING = sql<boolean>`e.type ^@ ${sql.lit(OF_RIGHTS)}`;

/** How often a company is looked at while much happens, in milliseconds; a change is to be heard within a second. */
const PACE_MS = 250;

/** Told after the principals of a company were forgotten. */
export type PrincipalsListener = (companyId: string) => void;

/**
 * Keeps what this node remembers of principals true: follows the event log of every company that it remembers somebody
 * of, and forgets them when an event says that an account or a role has changed, whichever node changed it. What cannot
 * be read is taken for a change; a database out of reach, which has nothing read or told to anybody, is asked again.
 */
export class PrincipalWatch {
  /** Up to where the events of each company have been looked through; null before the first look. */
  readonly #watched = new Map<string, Position | null>();
  /** Companies of which the database could not be asked the last time: of an outage the first error is told. */
  readonly #unreached = new Set<string>();
  readonly #listeners = new Set<PrincipalsListener>();
  readonly #endings: (() => void)[] = [];

  constructor(
    private readonly pool: Pool,
    private readonly principals: PrincipalBook,
    private readonly relay: HeadWatch,
    private readonly onError: (error: unknown) => void,
  ) {
    principals.onRemember((companyId) => this.#watch(companyId));
  }

  /** Calls `listener` whenever principals of a company may have changed, for whoever holds one longer than a request. */
  onChange(listener: PrincipalsListener): void {
    this.#listeners.add(listener);
  }

  stop(): void {
    for (const end of this.#endings.splice(0)) end();
  }

  #watch(companyId: string): void {
    if (this.#watched.has(companyId)) return;
    this.#watched.set(companyId, null);
    const paced: Paced = new Paced(PACE_MS, () => this.#look(companyId, () => paced.ask()));
    const unfollow = this.relay.follow(companyId, () => paced.ask());
    this.#endings.push(unfollow, () => paced.stop());
  }

  /** Has what is remembered of a company read anew, and whoever holds it longer than a request told. */
  forget(companyId: string): void {
    this.principals.drop(companyId);
    for (const listener of this.#listeners) listener(companyId);
  }

  async #look(companyId: string, again: () => void): Promise<void> {
    try {
      if (await this.#hasChanged(companyId)) this.forget(companyId);
      this.#unreached.delete(companyId);
    } catch (error) {
      const outage = isOutage(error);
      if (!outage || !this.#unreached.has(companyId)) this.onError(error);
      if (!outage) {
        this.forget(companyId);
        return;
      }
      this.#unreached.add(companyId);
      again();
    }
  }

  /** What was remembered before the first look may be older than the events that the look begins behind. */
  async #hasChanged(companyId: string): Promise<boolean> {
    const seen = this.#watched.get(companyId) ?? null;
    const moment = new ReadMoment(this.pool, houseVariables(companyId), companyId);
    const [found, head] = await Promise.all([
      moment.read(
        sqlFor
          .selectFrom('event as e')
          .select('e.seq')
          .where('e.company_id', '=', companyId)
          .where('e.seq', '>', seen?.seq ?? Number.MAX_SAFE_INTEGER)
          .where(CHANGING)
          .limit(1),
      ),
      moment.head(),
      moment.finish(),
    ]);
    this.#watched.set(companyId, head);
    return seen === null || seen.epoch !== head?.epoch || found.length > 0;
  }
}
