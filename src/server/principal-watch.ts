import type { Pool } from 'pg';
import { sql } from 'kysely';
import type { Position } from '../events/cursor.js';
import type { HeadWatch } from '../tenancy/house.js';
import type { PrincipalBook } from '../tenancy/principal-book.js';
import { ReadMoment } from '../tenancy/read/read-moment.js';
import { sqlFor } from '../tenancy/read/tables.js';
import { houseVariables } from '../tenancy/session-variables.js';

/** Events by which what somebody may do changes; they touch accounts, roles, groups of estates and occupancies. */
const CHANGING = sql<boolean>`e.type ^@ 'identity.'`;

/** Told after the principals of a company were forgotten. */
export type PrincipalsListener = (companyId: string) => void;

interface Watched {
  /** Up to where the company's events have been looked through; null before the first look. */
  seen: Position | null;
  looking: boolean;
  again: boolean;
}

/**
 * Keeps what this node remembers of principals true: follows the event log of every company that it remembers somebody
 * of, and forgets them when an event says that an account or a role has changed, whichever node changed it. What cannot
 * be read is taken for a change.
 */
export class PrincipalWatch {
  readonly #watched = new Map<string, Watched>();
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
    this.#watched.set(companyId, { seen: null, looking: false, again: false });
    this.#endings.push(this.relay.follow(companyId, () => void this.#look(companyId)));
  }

  async #look(companyId: string): Promise<void> {
    const watched = this.#watched.get(companyId);
    if (!watched) return;
    watched.again = true;
    if (watched.looking) return;
    watched.looking = true;
    while (watched.again) {
      watched.again = false;
      if (await this.#hasChanged(companyId, watched)) this.#forget(companyId);
    }
    watched.looking = false;
  }

  /** What was remembered before the first look may be older than the events that the look begins behind. */
  async #hasChanged(companyId: string, watched: Watched): Promise<boolean> {
    const { seen } = watched;
    const moment = new ReadMoment(this.pool, houseVariables(companyId), companyId);
    try {
      const found = await moment.read(
        sqlFor
          .selectFrom('event as e')
          .select('e.seq')
          .where('e.company_id', '=', companyId)
          .where('e.seq', '>', seen?.seq ?? Number.MAX_SAFE_INTEGER)
          .where(CHANGING)
          .limit(1),
      );
      watched.seen = await moment.head();
      return seen === null || seen.epoch !== watched.seen?.epoch || found.length > 0;
    } catch (error) {
      this.onError(error);
      return true;
    } finally {
      await moment.finish();
    }
  }

  #forget(companyId: string): void {
    this.principals.drop(companyId);
    for (const listener of this.#listeners) listener(companyId);
  }
}
