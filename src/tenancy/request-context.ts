import { unauthenticated } from '../domain/errors.js';
import type { House } from './house.js';
import type { Principal } from './principal.js';
import { Disclosures } from './privacy/disclosures.js';
import type { Bearer } from './bearer.js';
import type { Standing } from './principal-book.js';
import { ReadMoment } from './read/read-moment.js';
import { sessionVariables } from './session-variables.js';

/** Facts of a request that no rule depends on. */
export interface RequestFacts {
  /** Names the request in logs and in masked errors. */
  readonly requestId: string;
  /** The caller's network address, for throttling sign-ins. */
  readonly address: string;
  readonly transport: 'http' | 'websocket';
}

/** What the resolvers of one operation share: who asks, and the moment that they all read from. */
export class RequestContext {
  #moment: ReadMoment | undefined;
  #lastMoment: ReadMoment | undefined;
  #statements = 0;
  #over = false;
  #signedIn: Principal | null = null;
  #ending: Promise<unknown> = Promise.resolve();
  /** Whether a command of the operation has failed for a moment: no verdict, and repeated it may be done. */
  hasStumbled = false;
  /** What the operation shows under grants to unmask. */
  readonly disclosures = new Disclosures();

  constructor(
    readonly house: House,
    private readonly caller: Principal | null,
    readonly facts: RequestFacts,
    /** What the token said; null where there is none. */
    readonly bearer: Bearer | null = null,
  ) {}

  /** Who asks, by the request's token or, below a sign-in, by that sign-in; null when nobody is signed in. */
  get principal(): Principal | null {
    return this.#signedIn ?? this.caller;
  }

  /**
   * Who asks.
   * @throws UNAUTHENTICATED when nobody is signed in
   */
  get asker(): Principal {
    if (!this.principal) throw unauthenticated();
    return this.principal;
  }

  /**
   * Who asks, with the rights that stand now; for operations that last.
   * @throws UNAUTHENTICATED when nobody is signed in, or the sign-in has ended meanwhile
   */
  async askerNow(): Promise<Principal> {
    const now = await this.house.principals.find(this.#credential);
    if (!now) throw unauthenticated();
    return now;
  }

  /** The same where nothing needs to be read for it; undefined where something must. */
  askerStanding(): Standing | undefined {
    return this.house.principals.standing(this.#credential);
  }

  get #credential(): Bearer {
    const { accountId, companyId } = this.asker;
    return this.bearer ?? { accountId, companyId, familyId: null };
  }

  /**
   * The operation's moment; everything that is read inside it shows one snapshot.
   * @throws UNAUTHENTICATED when nobody is signed in
   * @throws Error when the operation is over: a field that a failed sibling has outrun opens no moment nobody would end
   */
  get moment(): ReadMoment {
    const { asker } = this;
    if (this.#over) throw new Error('This operation is over.');
    this.#moment ??= new ReadMoment(this.house.pool, sessionVariables(asker), asker.companyId);
    this.#lastMoment = this.#moment;
    return this.#moment;
  }

  /** The moment that was read last, if any; its head is the answer's cursor. */
  get lastMoment(): ReadMoment | undefined {
    return this.#lastMoment;
  }

  /** Statements of all moments so far, beyond begin, settings, head and commit. */
  get statements(): number {
    return this.#statements + (this.#moment?.statements ?? 0);
  }

  /**
   * Reads what is selected below a sign-in as the one who has just signed in, in a moment of its own. The next root
   * field is the request's own again.
   */
  async readAs(principal: Principal): Promise<void> {
    await this.renew();
    this.#lastMoment = undefined;
    this.#signedIn = principal;
  }

  /** The next root field is the request's own again. */
  leaveSignIn(): void {
    if (this.#signedIn) void this.renew();
  }

  /**
   * Logs what the operation has shown under grants, after its moment: nobody holds one connection and waits for another.
   * @throws Error when it cannot be logged; the answer must not leave then
   */
  async logDisclosures(): Promise<void> {
    if (this.disclosures.none) return;
    await this.renew();
    await this.disclosures.log(this.house.pool, this.house.clock?.now() ?? null);
  }

  /** Ends the operation; nothing is read afterwards. The connection is back when it resolves. */
  async end(): Promise<void> {
    this.#over = true;
    await this.renew();
  }

  /** Ends the moment before a command: what is selected below it is read afresh. The connection is back when it resolves. */
  async renew(): Promise<void> {
    const ending = this.#moment;
    this.#statements += ending?.statements ?? 0;
    this.#moment = undefined;
    if (this.#signedIn) this.#lastMoment = undefined;
    this.#signedIn = null;
    this.#ending = Promise.all([this.#ending, ending?.finish()]);
    await this.#ending;
  }
}
