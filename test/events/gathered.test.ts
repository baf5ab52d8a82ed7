import { describe, expect, test } from '@jest/globals';
import { Beats } from '../../src/events/beats.js';
import { Gathered } from '../../src/events/gathered.js';
import type { EventLog, EventPointer } from '../../src/tenancy/event-log.js';

const pointer = (seq: number, estateId: string): EventPointer => ({
  ...{ seq, estateId, subjectKind: 'ticket', subjectId: 't', occupancyId: null },
  ...{ visibility: 'INTERNAL', kind: 'REPAIR', recipients: [] },
});

describe('what is gathered for a beat', () => {
  const tell = (pointers: EventPointer[], wanted: (pointer: EventPointer) => boolean = () => true) => {
    const beats = new Beats();
    const log = {
      head: { epoch: 1, seq: 0 },
      behind: () => null,
      follow: () => () => undefined,
      beat: (everyMs: number, seq: number) => beats.now(everyMs, seq, pointers.at(-1)?.seq ?? 0, 0),
    } satisfies EventLog;
    const gathered = new Gathered(log, { everyMs: 1_000, thing: ({ estateId }) => String(estateId), alone: false });
    return {
      next: (behind: number) =>
        gathered.next(
          pointers.filter(({ seq }) => seq > behind),
          wanted,
        ),
      gathered,
    };
  };

  test('each thing is told once, by its last event, in the order of those, so that one can go on behind any', () => {
    const { next, gathered } = tell([
      pointer(1, 'a'),
      pointer(2, 'b'),
      pointer(3, 'a'),
      pointer(4, 'c'),
      pointer(5, 'b'),
    ]);
    const first = next(0);
    expect([first.next?.estateId, first.passed]).toEqual(['a', 3]);
    expect(gathered.ahead(10).map(({ estateId }) => estateId)).toEqual(['c', 'b']);
    const second = next(3);
    expect([second.next?.estateId, second.passed]).toEqual(['c', 4]);
    const third = next(4);
    expect([third.next?.estateId, third.passed]).toEqual(['b', 5]);
    expect(next(5)).toEqual({ passed: 0, restMs: null });
  });

  test('what happens in the middle of a beat waits for the next, and the feed does not pass it by', () => {
    const pointers = [pointer(1, 'a')];
    const { next } = tell(pointers);
    expect(next(0).next?.seq).toBe(1);
    pointers.push(pointer(2, 'x'), pointer(3, 'a'));
    expect(next(1)).toEqual({ passed: 1, restMs: 1_000 });
  });

  test('what concerns nobody here is passed by, and begins no beat', () => {
    const { next } = tell([pointer(1, 'b'), pointer(2, 'a'), pointer(3, 'b')], ({ estateId }) => estateId === 'a');
    expect(next(2)).toEqual({ passed: 3, restMs: null });
    const told = next(0);
    expect([told.next?.seq, told.passed]).toEqual([2, 3]);
  });
});
