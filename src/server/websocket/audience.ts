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

/** A listener where it sits, with what every turn looks at in one place. */
interface Seat extends Omit<Listener, 'log' | 'alike' | 'seq'> {
  /** Up to where it was told, where that is more than the audience was. */
  seq: number;
  /** From where it goes on alone, once it was sent away. */
  alone?: number;
}

/** An event that is not told to everybody yet, as it is read. */
interface Told {
  readonly seq: number;
  readonly answer: Answer;
}

/** What is told to all who have the same place. */
interface Piece {
  readonly from: number;
  readonly told: readonly Told[];
  /** Of these those that are different for somebody. */
  readonly personal: readonly Told[];
  readonly payloads: readonly Buffer[];
}

/** A way round all seats, behind which everybody has what was known when it began. */
interface Round {
  readonly upTo: number;
  readonly seats: Iterator<Seat, undefined>;
}

/** Seats that are told in one turn. */
const IN_A_TURN = 50;

/**
 * Feeds that wait for the same events and read them alike: what concerns them is decided, and looked up, once for all, and told
 * seat by seat, round after round while there is anything to tell. Whoever's turn comes is told all that is known by
 * then and new to it, in one piece: what comes in the middle of a round goes on from there, and has reached everybody when as many
 * seats have had their turn. Whoever cannot be told so, by a slow line, other rights, or an answer that is different in
 * person, rises and goes on alone from where it was.
 */
export class Audience {
  readonly #seats = new Set<Seat>();
  readonly #unfollow: () => void;
  readonly #epoch: number;
  /** Up to where everybody was told. */
  #seq: number;
  /** Up to where it is known what there is to tell. */
  #upTo: number;
  /** What lies between, in its order. */
  #due: readonly Told[] = [];
  /** What was told last: whoever sits side by side mostly has the same place. */
  #piece: Piece | undefined;
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
    this.#upTo = seq;
    this.#unfollow = log.follow(() => this.#look());
  }

  /** Seats one more. @returns null when it is behind the others, or follows another log */
  join(listener: Listener): Place | null {
    if (listener.log !== this.log || listener.seq < this.#seq || this.log.head.epoch !== this.#epoch) return null;
    const { asker, concerns, stands, send, rise, seq } = listener;
    const seat: Seat = { asker, concerns, stands, send, rise, seq };
    this.#seats.add(seat);
    this.turns.take(this.#turn);
    return {
      toldUpTo: () => seat.alone ?? this.#toldUpTo(seat),
      leave: () => {
        if (this.#seats.delete(seat) && this.#seats.size === 0) this.#close();
      },
    };
  }

  readonly #turn = (): void => {
    if (this.#round) this.#tell(this.#round);
    else this.#look();
  };

  /** Looks what has happened, as far as it is read. */
  #look(): void {
    const pointers = this.log.head.epoch === this.#epoch ? this.log.behind(this.#upTo) : null;
    if (pointers === null) {
      this.#dissolve();
      return;
    }
    const [first] = this.#seats;
    if (first === undefined) return;
    try {
      if (first.stands()) {
        this.#collect(first, pointers);
        return;
      }
      this.#sendAway(first);
      this.turns.take(this.#turn);
    } catch {
      // What ends a feed is met by each of them.
      this.#dissolve();
    }
  }

  #collect({ asker, concerns }: Seat, pointers: readonly EventPointer[]): void {
    const found: Told[] = [];
    for (const [i, pointer] of pointers.entries()) {
      if (concerns(asker, pointer)) {
        const next = (): readonly EventPointer[] =>
          pointers.slice(i + 1, i + 1 + AHEAD).filter((other) => concerns(asker, other));
        // What belongs to no estate is read in person, by each when all have been told what was before it.
        const { estateId } = pointer;
        if (estateId === null) {
          if (this.#due.length + found.length === 0) this.#dissolve();
          break;
        }
        const reading = this.read(asker, { ...pointer, estateId }, next);
        if (reading.known === undefined) {
          this.#await(reading);
          break;
        }
        found.push({ seq: pointer.seq, answer: reading.known });
      }
      this.#upTo = pointer.seq;
    }
    if (found.length > 0) this.#hold([...this.#due, ...found]);
    if (!this.#round) this.#begin();
  }

  #hold(due: readonly Told[]): void {
    this.#due = due;
    this.#piece = undefined;
  }

  #await(reading: Reading): void {
    if (this.#awaited === reading) return;
    this.#awaited = reading;
    reading.answer.then(
      () => this.#look(),
      () => this.#dissolve(),
    );
  }

  #begin(): void {
    if (this.#due.length === 0) {
      this.#seq = this.#upTo;
      return;
    }
    this.#round = { upTo: this.#upTo, seats: this.#seats.values() };
    this.turns.take(this.#turn);
  }

  #tell({ seats, upTo }: Round): void {
    for (let n = 0; n < IN_A_TURN; n += 1) {
      const { value: seat } = seats.next();
      if (seat === undefined) {
        this.#seq = upTo;
        this.#hold(this.#due.filter(({ seq }) => seq > upTo));
        this.#round = undefined;
        this.#look();
        return;
      }
      this.#tellOne(seat);
    }
    this.turns.take(this.#turn);
  }

  /** Whoever cannot be told meets the reason alone. */
  #tellOne(seat: Seat): void {
    const from = this.#toldUpTo(seat);
    const upTo = this.#upTo;
    if (seat.alone !== undefined || from >= upTo) return;
    const piece = this.#pieceFrom(from);
    if (piece.told.length > 0 && !(takes(seat, piece) && seat.send(piece.payloads))) this.#sendAway(seat);
    else seat.seq = upTo;
  }

  #pieceFrom(from: number): Piece {
    if (this.#piece?.from === from) return this.#piece;
    const told = this.#due.filter(({ seq }) => seq > from);
    const payloads = told.flatMap(({ answer: { payload } }) => (payload ? [payload] : []));
    const personal = told.filter(({ answer: { crowd } }) => crowd && !crowd.holdsForAll);
    return (this.#piece = { from, told, personal, payloads });
  }

  #toldUpTo(seat: Seat): number {
    return Math.max(seat.seq, this.#seq);
  }

  #dissolve(): void {
    for (const seat of this.#seats) this.#sendAway(seat);
  }

  /** Has it go on alone from where it is now; it leaves a moment later. */
  #sendAway(seat: Seat): void {
    seat.alone ??= this.#toldUpTo(seat);
    seat.rise();
  }

  #close(): void {
    this.#unfollow();
    this.#round = undefined;
    this.onEmpty();
  }
}

/** Whether the answers are theirs too who sit there. What fails in finding out is met by it alone. */
function takes({ asker, stands }: Seat, { personal }: Piece): boolean {
  try {
    return stands() && personal.every(({ answer }) => holdsFor(answer, asker));
  } catch {
    return false;
  }
}
