import { expect, test } from '@jest/globals';
import type { Place } from '../../../src/events/place.js';
import { Audience, type Listener } from '../../../src/server/websocket/audience.js';
import type { Answer, Reading } from '../../../src/server/websocket/shared-answers.js';
import { Turns } from '../../../src/server/websocket/turns.js';
import { Crowd } from '../../../src/tenancy/crowd.js';
import type { EventLog, EventPointer } from '../../../src/tenancy/event-log.js';
import type { Principal } from '../../../src/tenancy/principal.js';

/** A log that holds what the test writes, and answers that are read when the test says so. */
class World {
  readonly pointers: EventPointer[] = [];
  readonly turns = new Turns();
  readonly closed: number[] = [];
  #heard = (): void => undefined;
  readonly #readings = new Map<number, Reading & { settle: (answer: Answer | Error) => void }>();

  readonly log: EventLog = {
    head: { epoch: 1, seq: 0 },
    behind: (seq) => this.pointers.filter((pointer) => pointer.seq > seq),
    beat: () => ({ upTo: 0, nextInMs: 0 }),
    follow: (listener) => {
      this.#heard = listener;
      return () => undefined;
    },
  };
  readonly audience = new Audience(
    this.log,
    0,
    (_asker, { seq }) => this.reading(seq),
    this.turns,
    () => this.closed.push(1),
  );

  happens(seq: number, estateId: string | null = 'e'): void {
    this.pointers.push({ seq, estateId } as EventPointer);
    this.#heard();
  }

  reading(seq: number): Reading & { settle: (answer: Answer | Error) => void } {
    const known = this.#readings.get(seq);
    if (known) return known;
    let resolve: (answer: Answer) => void = () => undefined;
    let reject: (error: Error) => void = () => undefined;
    const answer = new Promise<Answer>((yes, no) => ([resolve, reject] = [yes, no]));
    answer.catch(() => undefined);
    const reading = {
      answer,
      settle: (found: Answer | Error) => {
        if (found instanceof Error) reject(found);
        else {
          Object.assign(reading, { known: found });
          resolve(found);
        }
      },
    };
    this.#readings.set(seq, reading);
    return reading;
  }

  /** Has what an event shows be there. */
  reads(seq: number, crowd?: Crowd): void {
    this.reading(seq).settle({ payload: Buffer.from(String(seq)), crowd });
  }
}

class Ear {
  /** What was told at a time. */
  readonly pieces: string[] = [];
  slow = false;
  onTold = (): void => undefined;
  place: Place | null = null;
  /** From where it goes on alone. */
  alone: number | null = null;

  constructor(
    world: World,
    readonly name: string,
    seq = 0,
  ) {
    const listener: Listener = {
      log: world.log,
      asker: { subjectId: name } as Principal,
      seq,
      alike: '',
      concerns: () => true,
      stands: () => true,
      rise: () => {
        void Promise.resolve().then(() => {
          this.alone = this.place?.toldUpTo() ?? null;
          this.place?.leave();
        });
      },
      send: (payloads) => {
        if (this.slow) return false;
        this.pieces.push(payloads.map(String).join());
        this.onTold();
        return true;
      },
    };
    this.place = world.audience.join(listener);
  }
}

/** Resolves when all turns were given. */
const rest = async (): Promise<void> => {
  for (let i = 0; i < 20; i += 1) await new Promise((resolve) => setImmediate(resolve));
};

test('what happened is told to everybody once, in order; what is read when a turn comes is one piece', async () => {
  const world = new World();
  const ears = Array.from({ length: 120 }, (_, i) => new Ear(world, `ear ${i}`));
  ears[60]!.onTold = () => {
    ears[60]!.onTold = () => undefined;
    for (const seq of [2, 3]) {
      world.reads(seq);
      world.happens(seq);
    }
  };
  world.reads(1);
  world.happens(1);
  await rest();
  for (const { pieces, place } of ears) expect([pieces.join(), place?.toldUpTo()]).toEqual(['1,2,3', 3]);
  // Whoever had no turn yet waits for no other round.
  expect(ears.map(({ pieces }) => pieces)).toEqual(ears.map((_, i) => (i > 60 ? ['1,2,3'] : ['1', '2,3'])));
});

test('an event has reached everybody when each has had one turn since, however many come behind it', async () => {
  const world = new World();
  const size = 150;
  let [turns, last] = [0, 0];
  const behind: number[] = [];
  const happens = (seq: number): void => {
    last = seq;
    world.reads(seq);
    world.happens(seq);
  };
  const told = new Map<number, number>();
  const happenedAt = new Map<number, number>();
  const ears = Array.from({ length: size }, (_, i) => new Ear(world, `ear ${i}`));
  for (const ear of ears)
    ear.onTold = () => {
      turns += 1;
      for (const seq of ear.pieces.at(-1)!.split(',').map(Number)) {
        told.set(seq, (told.get(seq) ?? 0) + 1);
        if (told.get(seq) === size) behind.push(turns - happenedAt.get(seq)!);
      }
      if (turns % 40 === 0 && last < 20) {
        happenedAt.set(last + 1, turns);
        happens(last + 1);
      }
    };
  happenedAt.set(1, 0);
  happens(1);
  for (let i = 0; i < 10; i += 1) await rest();
  expect([...told.values()]).toEqual(Array.from({ length: 20 }, () => size));
  expect(Math.max(...behind)).toBeLessThanOrEqual(size);
});

test('nothing is told before what happened earlier, however soon it was read', async () => {
  const world = new World();
  const ear = new Ear(world, 'ear');
  world.happens(1);
  world.happens(2);
  world.reads(2);
  await rest();
  expect(ear.pieces).toEqual([]);
  world.reads(1);
  await rest();
  expect(ear.pieces).toEqual(['1,2']);
});

test('who joins in the middle of a round is told nothing twice, and nobody joins who is behind', async () => {
  const world = new World();
  const ears = Array.from({ length: 120 }, (_, i) => new Ear(world, `ear ${i}`));
  world.happens(1);
  world.happens(2);
  let late!: Ear;
  ears[60]!.onTold = () => {
    late = new Ear(world, 'late', 1);
    ears[60]!.onTold = () => undefined;
  };
  for (const seq of [1, 2]) world.reads(seq);
  await rest();
  world.happens(3);
  world.reads(3);
  await rest();
  expect(late.pieces).toEqual(['2', '3']);
  expect(new Set(ears.map(({ pieces }) => pieces.join(' ')))).toEqual(new Set(['1,2 3']));
  expect(new Ear(world, 'behind', 2).place).toBeNull();
});

test('a slow line, and a person for whom the answer is another, go on alone from where they were', async () => {
  const world = new World();
  const [slow, accused, other] = ['slow', 'accused', 'other'].map((name) => new Ear(world, name)) as [Ear, Ear, Ear];
  world.happens(1);
  world.reads(1);
  await rest();
  slow.slow = true;
  const crowd = new Crowd();
  crowd.dependOn('accused');
  world.happens(2);
  world.reads(2, crowd);
  await rest();
  expect([slow, accused, other].map(({ pieces }) => pieces)).toEqual([['1'], ['1'], ['1', '2']]);
  expect([slow.alone, accused.alone, other.alone]).toEqual([1, 1, null]);
});

test('who comes back in the middle of the round that it could not be told in is left in peace', async () => {
  const world = new World();
  const accused = new Ear(world, 'accused');
  const others = Array.from({ length: 120 }, (_, i) => new Ear(world, `ear ${i}`));
  const crowd = new Crowd();
  crowd.dependOn('accused');
  let back!: Ear;
  others[60]!.onTold = () => {
    back = new Ear(world, 'accused', 1);
  };
  world.happens(1);
  world.reads(1, crowd);
  await rest();
  expect([accused.alone, back.alone, back.pieces]).toEqual([0, null, []]);
  expect(others.every(({ pieces }) => pieces.join() === '1')).toBe(true);
});

test('what cannot be read, what belongs to no estate, and another epoch are met by each alone', async () => {
  const world = new World();
  const ear = new Ear(world, 'ear');
  world.happens(1);
  world.reading(1).settle(new Error('out of reach'));
  await rest();
  expect([ear.pieces, ear.alone]).toEqual([[], 0]);
  expect(world.closed).toEqual([1]);

  const company = new World();
  const two = new Ear(company, 'ear');
  company.happens(1, null);
  await rest();
  expect(two.alone).toBe(0);

  const restored = new World();
  const three = new Ear(restored, 'ear');
  Object.assign(restored.log, { head: { epoch: 2, seq: 0 } });
  restored.happens(1);
  await rest();
  expect(three.alone).toBe(0);
});
