import type { Pool } from 'pg';
import type { EventLogs } from '../tenancy/event-log.js';
import type { HeadWatch } from '../tenancy/house.js';
import { LiveLog } from './live-log.js';

interface Joined {
  readonly log: LiveLog;
  readonly begun: Promise<void>;
  readonly unfollow: () => void;
  members: number;
}

/** One live log a company, from the first who joins to the last who leaves: a company nobody follows costs nothing. */
export class LiveLogs implements EventLogs {
  readonly #logs = new Map<string, Joined>();

  constructor(
    private readonly pool: Pool,
    private readonly relay: HeadWatch,
    private readonly onError: (error: unknown) => void,
  ) {}

  async join(companyId: string): Promise<{ readonly log: LiveLog; readonly leave: () => void }> {
    const joined = this.#logs.get(companyId) ?? this.#open(companyId);
    joined.members += 1;
    let inside = true;
    const leave = (): void => {
      if (!inside) return;
      inside = false;
      joined.members -= 1;
      if (joined.members === 0) this.#close(companyId, joined);
    };
    try {
      await joined.begun;
    } catch (error) {
      leave();
      throw error;
    }
    return { log: joined.log, leave };
  }

  #open(companyId: string): Joined {
    const log = new LiveLog(this.pool, companyId, this.onError);
    const begun = log.begin();
    const moved = (): void => void begun.then(() => log.advance()).catch(() => undefined);
    const joined = { log, begun, unfollow: this.relay.follow(companyId, moved), members: 0 };
    this.#logs.set(companyId, joined);
    begun.then(moved, () => undefined);
    return joined;
  }

  #close(companyId: string, joined: Joined): void {
    joined.unfollow();
    joined.log.leave();
    if (this.#logs.get(companyId) === joined) this.#logs.delete(companyId);
  }
}
