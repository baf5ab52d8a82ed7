import { runCommand } from '../../services/command/run-command.js';
import type { House } from '../../tenancy/house.js';
import { isOutage } from '../../tenancy/outage.js';
import { Paced } from '../../tenancy/paced.js';
import { failureOf, type RhythmReport } from '../rhythm-report.js';
import { systemPrincipal } from '../system-principal.js';
import { passEvents, putEventOff } from './move-place.js';
import { reactToEvents, ReactionFailure } from './react-to-events.js';
import type { Reaction } from './reaction.js';
import { readStandings } from './read-standings.js';
import { takePlaces } from './take-places.js';

/** Events of one company in one transaction, and how long it may go on beginning further ones, in milliseconds. */
const BATCH = 100;
const BATCH_MS = 250;
/** Companies that this node works for at once. */
const COMPANIES_AT_ONCE = 2;
/** How far a place may lie behind what a node has looked through, in events, before it is moved without an effect. */
const LAG = 1_000;
/** How often companies are looked at again that were not finished with, in milliseconds. */
const AGAIN_MS = 1_000;
/** How often a company is looked at while much happens, in milliseconds. */
const PACE_MS = 200;

/**
 * Has reactions follow the event logs: woken by the relay for a company whose log has grown. Any number of nodes may do
 * so. An event that fails is tried again before those behind it, and parked in the end; other reactions and companies
 * go on meanwhile.
 */
export class ReactionWorker {
  readonly #looked = new Map<string, number>();
  readonly #hinted = new Map<string, Paced>();
  readonly #dirty = new Set<string>();
  readonly #again = new Set<string>();
  readonly #busy = new Map<string, Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #failing = false;
  #stopped = false;

  constructor(
    private readonly house: House,
    private readonly reactions: readonly Reaction[],
    private readonly report: RhythmReport,
  ) {}

  /** Looks again, from time to time, at what was not finished. */
  start(): void {
    this.#timer = setInterval(() => {
      for (const companyId of this.#again) this.see(companyId);
      this.#again.clear();
    }, AGAIN_MS);
  }

  /** Says that a company's log has grown; it is followed at once, and then at a pace. */
  hint(companyId: string): void {
    let paced = this.#hinted.get(companyId);
    if (paced === undefined) {
      paced = new Paced(PACE_MS, () => {
        this.see(companyId);
        return Promise.resolve();
      });
      this.#hinted.set(companyId, paced);
    }
    paced.ask();
  }

  /** Has a company's log followed, as soon as those before it are. */
  see(companyId: string): void {
    if (this.#stopped || this.reactions.length === 0) return;
    this.#dirty.add(companyId);
    this.#next();
  }

  /** Follows a company's log as it stands; resolves when nothing is under way any more. */
  async follow(companyId: string): Promise<void> {
    this.see(companyId);
    while (this.#busy.size > 0) await Promise.all(this.#busy.values());
  }

  /** Begins nothing more; resolves when what is under way has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    for (const paced of this.#hinted.values()) paced.stop();
    this.#dirty.clear();
    await Promise.all(this.#busy.values());
  }

  #next(): void {
    for (const companyId of this.#dirty) {
      if (this.#busy.size >= COMPANIES_AT_ONCE) return;
      if (this.#busy.has(companyId)) continue;
      this.#dirty.delete(companyId);
      const work = this.#follow(companyId)
        .catch((error: unknown) => {
          if (!this.#stopped && !this.#failing) this.report.stumbled(error);
          this.#failing = true;
          this.#again.add(companyId);
        })
        .finally(() => {
          this.#busy.delete(companyId);
          this.#next();
        });
      this.#busy.set(companyId, work);
    }
  }

  async #follow(companyId: string): Promise<void> {
    const keyOf = (name: string): string => `${companyId}/${name}`;
    const looked = (name: string): number => this.#looked.get(keyOf(name)) ?? 0;
    const { head, standings } = await readStandings(this.house, companyId, this.reactions, looked);
    this.#failing = false;
    if (standings.some(({ seq }) => seq === null)) {
      await this.#run(companyId, takePlaces, { reactions: this.reactions });
      this.#dirty.add(companyId);
      return;
    }
    for (const { name, seq, next, seen, waits } of standings) {
      const reaction = this.reactions.find((known) => known.name === name);
      if (!reaction || this.#stopped) continue;
      const upTo = seen ?? head;
      let goesOn = upTo < head;
      if (next !== null) goesOn = (await this.#react(companyId, reaction, waits)) && goesOn;
      else {
        this.#looked.set(keyOf(name), upTo);
        if (upTo - (seq ?? 0) > LAG) await this.#run(companyId, passEvents, { reaction: name, seq: upTo });
      }
      if (goesOn) this.#dirty.add(companyId);
    }
  }

  /** Takes events until there are none in sight, another node is at it, or one has failed. @returns whether none are */
  async #react(companyId: string, reaction: Reaction, waits: boolean): Promise<boolean> {
    if (waits) {
      this.#again.add(companyId);
      return false;
    }
    const react = reactToEvents(reaction);
    const monotonicMs = (): number => performance.now();
    for (let limit = BATCH; !this.#stopped;) {
      let begun: number | undefined;
      try {
        const onBegin = (seq: number): void => void (begun ??= seq);
        const input = { limit, forMs: BATCH_MS, monotonicMs, onBegin };
        const { taken, elsewhere } = await this.#run(companyId, react, input);
        if (taken > 0) this.report.reacted(reaction.name, taken);
        if (elsewhere) this.#again.add(companyId);
        if (elsewhere || taken === 0) return !elsewhere;
        limit = BATCH;
      } catch (error) {
        if (isOutage(error)) throw error;
        const failure = error instanceof ReactionFailure ? error : undefined;
        if (failure && failure.before > 0) limit = failure.before;
        else if (!failure && limit > 1) limit = 1;
        else if (begun === undefined) throw error;
        else {
          await this.#putOff(companyId, reaction, begun, failure?.cause ?? error);
          return false;
        }
      }
    }
    return false;
  }

  async #putOff(companyId: string, { name }: Reaction, seq: number, cause: unknown): Promise<void> {
    if (isOutage(cause)) throw cause;
    const failed = { reaction: name, seq, failure: failureOf(cause) };
    const { failures, parked } = await this.#run(companyId, putEventOff, failed);
    const what = { kind: 'reaction', name, companyId, subject: seq, failures } as const;
    if (parked) this.report.parked(what, cause);
    else this.report.failed(what, cause);
    if (parked) this.#dirty.add(companyId);
    else this.#again.add(companyId);
  }

  #run<I extends object, R extends object>(
    companyId: string,
    useCase: (ctx: Parameters<typeof takePlaces>[0], input: I) => Promise<R>,
    input: I,
  ): Promise<R> {
    return runCommand(this.house, systemPrincipal(companyId), useCase, input);
  }
}
