import { isDeepStrictEqual } from 'node:util';
import DataLoader from 'dataloader';
import type { Pool } from 'pg';
import type { Bearer } from './bearer.js';
import { loadPrincipals } from './load-principals.js';
import type { Principal } from './principal.js';
import { ReadMoment } from './read/read-moment.js';
import { doorVariables } from './session-variables.js';
import { isStalePlan } from './statement-name.js';

/** How long an entry is believed where no change was announced. */
const MAX_AGE_MS = 30_000;
/** How long one is believed while changes cannot be heard: a busy node asks for nobody many times at once. */
const DEAF_AGE_MS = 500;
const MAX_ENTRIES = 20_000;
/** From when on somebody who is asked for again is read anew beside, and with them whoever of the company is asked for as well. */
const REFRESH_MS = 15_000;
/** People who are read by one statement. */
const AT_ONCE = 500;

/** A principal as it was read. */
interface Entry {
  readonly bearer: Bearer;
  /** When it was read, in milliseconds. */
  at: number;
  /** Whether anybody has asked for it since. */
  asked: boolean;
  refreshing: boolean;
  readonly principal: Promise<Principal | null>;
  /** Once it was read. */
  known?: Principal | null;
  /** One for all who act in that name: thousands of sockets look at it in turn. */
  standing?: Standing;
  /** Whether another has taken its place, or something about it has changed. */
  gone: boolean;
}

/** A principal as long as nothing needs to be read to know that it is still the same. */
export interface Standing {
  readonly principal: Principal;
  readonly stands: () => boolean;
}

/**
 * Principals by account, built from the database and remembered until something about them changes.
 * The relay drops a company's entries when an event says so; while the relay cannot hear, nothing is remembered for
 * longer than half a second.
 */
export class PrincipalBook {
  readonly #entries = new Map<string, Entry>();
  /** Who is asked for in one turn of the event loop is read together. */
  readonly #loader = new DataLoader<Bearer, Principal | null>((bearers) => this.#loadAll(bearers), {
    cache: false,
    maxBatchSize: AT_ONCE,
    batchScheduleFn: setImmediate,
  });
  #hears = (): boolean => false;
  #onRemember: (companyId: string) => void = () => undefined;

  constructor(
    private readonly pool: Pool,
    private readonly monotonicMs: () => number = () => performance.now(),
  ) {}

  /** Tells the book how to know that changes are being heard. */
  listenThrough(hears: () => boolean): void {
    this.#hears = hears;
  }

  /** Tells of each company that somebody is remembered of, before the rows are read. */
  onRemember(listener: (companyId: string) => void): void {
    this.#onRemember = listener;
  }

  /** The principal behind a bearer; null when the account is gone or disabled, or the sign-in, link or key was ended. */
  find(bearer: Bearer): Promise<Principal | null> {
    const believed = this.#believed(bearer);
    if (believed) return believed.principal;
    const key = keyOf(bearer);
    this.#onRemember(bearer.companyId);
    const principal = this.#load(bearer);
    this.#forget(key);
    if (this.#entries.size >= MAX_ENTRIES) this.#forget(String(this.#entries.keys().next().value));
    const at = this.monotonicMs();
    const entry: Entry = { bearer, at, asked: false, refreshing: false, principal, gone: false };
    this.#entries.set(key, entry);
    principal.then(
      (known) => (entry.known = known),
      () => this.#forget(key),
    );
    return principal;
  }

  /** The same where it is remembered; undefined where it must be read, or there is none. */
  standing(bearer: Bearer): Standing | undefined {
    const entry = this.#believed(bearer);
    if (!entry?.known) return undefined;
    return (entry.standing ??= { principal: entry.known, stands: () => this.#believes(entry) });
  }

  /** Has somebody who may be told something at any moment read anew in time, and not only then. */
  expect(bearer: Bearer): void {
    this.#believed(bearer);
  }

  #believed(bearer: Bearer): Entry | undefined {
    const entry = this.#entries.get(keyOf(bearer));
    return entry && this.#believes(entry) ? entry : undefined;
  }

  #believes(entry: Entry): boolean {
    if (entry.gone) return false;
    entry.asked = true;
    const age = this.#ageOf(entry);
    if (age > REFRESH_MS && !entry.refreshing) this.#refreshWith(entry);
    return age < (this.#hears() ? MAX_AGE_MS : DEAF_AGE_MS);
  }

  #ageOf({ at }: Entry): number {
    return this.monotonicMs() - at;
  }

  /** Reads somebody anew, and together with them others of the company whose time has come. */
  #refreshWith(first: Entry): void {
    const { companyId } = first.bearer;
    this.#refresh(first);
    let left = AT_ONCE - 1;
    for (const entry of this.#entries.values()) {
      const isDue = entry.asked && !entry.refreshing && entry.bearer.companyId === companyId;
      if (!isDue || this.#ageOf(entry) <= REFRESH_MS) continue;
      this.#refresh(entry);
      left -= 1;
      if (left === 0) return;
    }
  }

  /** Reads somebody anew: who is the same stays, so that whoever waits in that name need not notice. */
  #refresh(entry: Entry): void {
    const at = this.monotonicMs();
    entry.refreshing = true;
    entry.asked = false;
    this.#load(entry.bearer)
      .then(
        (now) => {
          if (isDeepStrictEqual(now, entry.known)) entry.at = at;
          else if (!entry.gone) this.#forget(keyOf(entry.bearer));
        },
        // It grows old, and is read by who asks then.
        () => undefined,
      )
      .finally(() => (entry.refreshing = false));
  }

  #forget(key: string): void {
    const entry = this.#entries.get(key);
    if (entry) entry.gone = true;
    this.#entries.delete(key);
  }

  /** Forgets everybody of a company. */
  drop(companyId: string): void {
    for (const key of this.#entries.keys()) if (key.startsWith(`${companyId}/`)) this.#forget(key);
  }

  #load(bearer: Bearer): Promise<Principal | null> {
    return this.#loader.load(bearer);
  }

  /** Each company in a moment of its own, all its people by the same few statements. */
  async #loadAll(bearers: readonly Bearer[]): Promise<(Principal | null | Error)[]> {
    const found = new Map<Bearer, Principal | null | Error>();
    const companies = Map.groupBy(bearers, ({ companyId }) => companyId);
    await Promise.all(
      [...companies].map(async ([companyId, own]) => {
        const principals = await this.#loadOf(companyId, own).catch((error: unknown) => error as Error);
        for (const [i, bearer] of own.entries())
          found.set(bearer, Array.isArray(principals) ? (principals[i] ?? null) : principals);
      }),
    );
    return bearers.map((bearer) => found.get(bearer) ?? null);
  }

  async #loadOf(companyId: string, bearers: readonly Bearer[], again = true): Promise<(Principal | null)[]> {
    const moment = new ReadMoment(this.pool, doorVariables(companyId), null);
    try {
      return await loadPrincipals(moment, companyId, bearers);
    } catch (error) {
      if (!again || !isStalePlan(error)) throw error;
    } finally {
      await moment.finish();
    }
    return this.#loadOf(companyId, bearers, false);
  }
}

const keyOf = ({ companyId, accountId, familyId, linkId }: Bearer): string =>
  `${companyId}/${accountId}/${familyId ?? linkId ?? ''}`;
