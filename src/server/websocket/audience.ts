import type { Place, Sitter } from '../../events/place.js';
import type { EventLog, EventPointer } from '../../tenancy/event-log.js';
import type { Principal } from '../../tenancy/principal.js';
import { AHEAD, holdsFor, type Answer, type Reading } from './shared-answers.js';
import type { Turns } from './turns.js';

/** One of an audience. */
export interface Listener extends Sitter {
  /** Sends payloads in one piece. @returns false where that cannot be now */
  readonly send: (payloads: readonly Buffer[]) => boolean;
}

interface Seat {
  readonly listener: Listener;
  /** Up to where it was told, where that is more than the audience was. */
  seq: number;
  /** From where it goes on alone, once it was sent away. */
  alone?: number;
}

/** What is told next, to everybody. */
interface Round {
  readonly told: readonly { readonly seq: number; readonly answer: Answer }[];
  /** The messages, for all who have the same place and whom each answer fits. */
  readonly payloads: readonly Buffer[];
  readonly upTo: number;
  readonly seats: Iterator<Seat, undefined>;
}

/** Seats that are told in one turn. */
const IN_A_TURN = 50;

/**
 * Feeds that wait for the same events and read them alike: what concerns them is decided, and looked up, once for all, and
 * told in rounds, each to everybody. What comes in the middle of a round waits for the next, so that in a rush several
 * events are one piece on the wire. Whoever cannot be told so, by a slow line, other rights, or an answer that is different
 * in person, rises and goes on alone from where it was.
 */
export class Audience {
  readonly #seats = new Set<Seat>();
  readonly #unfollow: () => void;
  readonly #epoch: number;
  #seq: number;
  #round: Round | undefined;
  /** For what is being read it waits once. */
  #awaited: Reading | undefined;

  constructor(
    private readonly log: EventLog,
    seq: number,
    private readonly read: (
      asker: Principal,
      pointer: EventPointer & { readonly estateId: string },
      next: () => readonly EventPointer[],
    ) => Reading,
    private readonly turns: Turns,
    private readonly onEmpty: () => void,
  ) {
    this.#epoch = log.head.epoch;
    this.#seq = seq;
    this.#unfollow = log.follow(() => this.#next());
  }

  /** Seats one more. @returns null when it is behind the others, or follows another log */
  join(listener: Listener): Place | null {
    if (listener.log !== this.log || listener.seq < this.#seq || this.log.head.epoch !== this.#epoch) return null;
    const seat: Seat = { listener, seq: listener.seq };
    this.#seats.add(seat);
    this.turns.take(this.#turn);
    return {
      toldUpTo: () => seat.alone ?? Math.max(seat.seq, this.#seq),
      leave: () => {
        if (this.#seats.delete(seat) && this.#seats.size === 0) this.#close();
      },
    };
  }

  readonly #turn = (): void => {
    if (this.#round) this.#tell(this.#round);
    else this.#next();
  };

  /** Begins the round of what has happened, as far as it is read. */
  #next(): void {
    if (this.#round) return;
    const pointers = this.log.head.epoch === this.#epoch ? this.log.behind(this.#seq) : null;
    if (pointers === null) {
      this.#dissolve();
      return;
    }
    const [first] = this.#seats;
    if (first === undefined) return;
    try {
      if (first.listener.stands()) {
        this.#collect(first.listener, pointers);
        return;
      }
      this.#sendAway(first);
      this.turns.take(this.#turn);
    } catch {
      // What ends a feed is met by each of them.
      this.#dissolve();
    }
  }

  #collect({ asker, concerns }: Listener, pointers: readonly EventPointer[]): void {
    const told: { seq: number; answer: Answer }[] = [];
    let upTo = this.#seq;
    for (const [i, pointer] of pointers.entries()) {
      if (concerns(asker, pointer)) {
        const next = (): readonly EventPointer[] =>
          pointers.slice(i + 1, i + 1 + AHEAD).filter((other) => concerns(asker, other));
        // What belongs to no estate is read in person.
        const { estateId } = pointer;
        if (estateId === null) {
          if (told.length === 0) this.#dissolve();
          break;
        }
        const reading = this.read(asker, { ...pointer, estateId }, next);
        if (reading.known === undefined) {
          this.#await(reading);
          break;
        }
        told.push({ seq: pointer.seq, answer: reading.known });
      }
      upTo = pointer.seq;
    }
    if (told.length === 0) {
      this.#seq = upTo;
      return;
    }
    this.#round = { told, payloads: payloadsOf(told), upTo, seats: this.#seats.values() };
    this.turns.take(this.#turn);
  }

  #await(reading: Reading): void {
    if (this.#awaited === reading) return;
    this.#awaited = reading;
    reading.answer.then(
      () => this.#next(),
      () => this.#dissolve(),
    );
  }

  #tell(round: Round): void {
    for (let n = 0; n < IN_A_TURN; n += 1) {
      const { value: seat } = round.seats.next();
      if (seat === undefined) {
        this.#seq = round.upTo;
        this.#round = undefined;
        this.#next();
        return;
      }
      this.#tellOne(seat, round);
    }
    this.turns.take(this.#turn);
  }

  /** Whoever cannot be told meets the reason alone; whoever came in the middle of the round may know all of it. */
  #tellOne(seat: Seat, round: Round): void {
    const { listener } = seat;
    if (seat.alone !== undefined) return;
    const due = seat.seq <= this.#seq ? round.told : round.told.filter(({ seq }) => seq > seat.seq);
    if (due.length === 0) return;
    if (takes(listener, due) && listener.send(due === round.told ? round.payloads : payloadsOf(due)))
      seat.seq = round.upTo;
    else this.#sendAway(seat);
  }

  #dissolve(): void {
    for (const seat of this.#seats) this.#sendAway(seat);
  }

  /** Has it go on alone from where it is now; it leaves a moment later. */
  #sendAway(seat: Seat): void {
    seat.alone ??= Math.max(seat.seq, this.#seq);
    seat.listener.rise();
  }

  #close(): void {
    this.#unfollow();
    this.#round = undefined;
    this.onEmpty();
  }
}

/** Whether the answers are the listener's too. What fails in finding out is met by it alone. */
function takes(listener: Listener, due: Round['told']): boolean {
  try {
    return listener.stands() && due.every(({ answer }) => holdsFor(answer, listener.asker));
  } catch {
    return false;
  }
}

const payloadsOf = (told: Round['told']): Buffer[] =>
  told.flatMap(({ answer: { payload } }) => (payload ? [payload] : []));
