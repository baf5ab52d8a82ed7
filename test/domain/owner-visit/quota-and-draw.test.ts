import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  assertNotRedrawn,
  drawHouseholds,
  isCycleOver,
  type Household,
} from '../../../src/domain/owner-visit/household-draw.js';
import { assertAppointment } from '../../../src/domain/owner-visit/visit-appointment.js';
import { subjectOf, VISIT_TOPICS } from '../../../src/domain/owner-visit/visit-item.js';
import { isQuietFor, VISIT_MODES } from '../../../src/domain/owner-visit/visit-mode.js';
import { endOfMonth, monthOf, recordDue } from '../../../src/domain/owner-visit/visit-month.js';
import { visitQuota } from '../../../src/domain/owner-visit/visit-quota.js';
import { nextVisitStage, VISIT_STAGES, VISIT_VERBS } from '../../../src/domain/owner-visit/visit-stage.js';
import { assertVisitor, postsOfDraw, visitorPost } from '../../../src/domain/owner-visit/visitor.js';
import { visitPolicies } from '../../../src/domain/policy/visit-policies.js';

const SHANGHAI = 'Asia/Shanghai';
const POLICIES = {
  bands: visitPolicies['P-29'].default,
  base: visitPolicies['Q-04'].default,
  people: visitPolicies['P-07'].default,
  small: visitPolicies['Q-38'].default,
};
const homes = (...perBuilding: number[]): Household[] =>
  perBuilding.flatMap((count, b) =>
    Array.from({ length: count }, (_, i) => ({ unitId: `b${b}-${i}`, buildingId: `b${b}` })),
  );

describe('what an estate owes in a month', () => {
  test.each([
    [300, 300, 4, 12],
    [301, 301, 5, 16],
    [500, 500, 5, 25],
    [501, 501, 6, 31],
    [800, 800, 6, 48],
    [801, 801, 7, 57],
    [301, 250, 5, 13],
    [520, 431, 6, 26],
    [10_000, 10_000, 7, 700],
  ])(
    'R-VIS-05, R-VIS-06, R-VIS-07, R-VIS-08, R-VIS-32 · Q-03, Q-04 · %d households, %d occupied: %d %%, %d visits',
    (households, occupied, percent, required) => {
      expect(visitQuota({ households, occupied }, POLICIES)).toEqual({ percent, share: required, required });
    },
  );

  test.each([
    [300, 250, 10, 10],
    [120, 100, 4, 10],
    [20, 12, 1, 10],
    [20, 1, 1, 10],
    [20, 0, 0, 0],
    [0, 0, 0, 0],
  ])(
    'Q-38, R-VIS-03, R-VIS-04 · a small estate of %d, %d occupied: the share is %d, with the personal minimums %d',
    (households, occupied, share, required) => {
      expect(visitQuota({ households, occupied }, POLICIES)).toEqual({ percent: 4, share, required });
      expect(visitQuota({ households, occupied }, { ...POLICIES, small: 'SHARE_ALONE' }).required).toBe(share);
    },
  );

  test('R-VIS-03, R-VIS-04 · the first five fall to the manager, the next five to the supervisor, the rest to stewards', () => {
    const posts = postsOfDraw(26, POLICIES.people);
    expect(posts.filter((post) => post === 'SERVICE_MANAGER')).toHaveLength(5);
    expect(posts.slice(5, 10)).toEqual(Array(5).fill('SERVICE_SUPERVISOR'));
    expect(posts.slice(10)).toEqual(Array(16).fill('STEWARD'));
    expect(postsOfDraw(3, POLICIES.people)).toEqual(Array(3).fill('SERVICE_MANAGER'));
  });
});

describe('the draw', () => {
  test('R-VIS-09, R-VIS-01 · the sample is spread over the buildings by the largest remainders', () => {
    const drawn = drawHouseholds({ seed: 's', wanted: 10, occupied: homes(50, 30, 20), taken: new Set() });
    const per = (b: string) => drawn.filter(({ buildingId }) => buildingId === b).length;
    expect([per('b0'), per('b1'), per('b2')]).toEqual([5, 3, 2]);
    const uneven = drawHouseholds({ seed: 's', wanted: 7, occupied: homes(10, 10, 1), taken: new Set() });
    expect(uneven).toHaveLength(7);
    expect(new Set(uneven.map(({ unitId }) => unitId)).size).toBe(7);
  });

  test('R-VIS-09 · the same seed draws the same, in whatever order households come; another seed draws others', () => {
    const occupied = homes(40, 40);
    const draw = (seed: string, of = occupied) =>
      drawHouseholds({ seed, wanted: 8, occupied: of, taken: new Set() }).map(({ unitId }) => unitId);
    expect(draw('one', [...occupied].reverse())).toEqual(draw('one'));
    expect(draw('two')).not.toEqual(draw('one'));
  });

  test('R-VIS-09, D-04 · a draw by hand that repeats a household is refused by the rule', () => {
    expect(() => {
      assertNotRedrawn(['b0-1', 'b0-2'], new Set(['b0-2']));
    }).toThrow(expect.objectContaining({ code: 'RULE_REFUSED', facts: { rule: 'R-VIS-09', unitIds: ['b0-2'] } }));
    expect(() => {
      assertNotRedrawn(['b0-1'], new Set(['b0-2']));
    }).not.toThrow();
  });

  test('R-VIS-09, Q-35 · over any sequence of draws and visits nobody is drawn twice in a cycle, which ends exactly when everybody was visited', () => {
    const step = fc.record({
      wanted: fc.nat(6),
      visits: fc.array(fc.nat(99), { maxLength: 6 }),
      outOfTurn: fc.nat(99),
    });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 4 }),
        fc.string(),
        fc.array(step, { minLength: 1, maxLength: 40 }),
        (buildings, seed, steps) => {
          const occupied = homes(...buildings);
          let [drawn, visited, cycle] = [new Set<string>(), new Set<string>(), 1];
          const visit = (unitId: string): void => {
            visited.add(unitId);
            const everybody = occupied.every((home) => visited.has(home.unitId));
            expect(isCycleOver(occupied, visited)).toBe(everybody);
            if (everybody) [drawn, visited, cycle] = [new Set(), new Set(), cycle + 1];
          };
          for (const { wanted, visits, outOfTurn } of steps) {
            const taken = new Set([...drawn, ...visited]);
            const sample = drawHouseholds({ seed: `${seed}${cycle}`, wanted, occupied, taken });
            expect(sample).toHaveLength(Math.min(wanted, occupied.length - taken.size));
            for (const { unitId } of sample) {
              expect(drawn.has(unitId) || visited.has(unitId)).toBe(false);
              drawn.add(unitId);
            }
            for (const pick of visits) {
              const waiting = [...drawn].filter((unitId) => !visited.has(unitId));
              if (waiting.length > 0) visit(waiting[pick % waiting.length]!);
            }
            visit(occupied[outOfTurn % occupied.length]!.unitId);
          }
        },
      ),
    );
  });

  test('R-VIS-09 · an empty estate has no cycle to end', () => {
    expect(isCycleOver([], new Set(['x']))).toBe(false);
  });
});

describe('how a visit keeps to the rules', () => {
  const QUIET = visitPolicies['P-02'].default;
  test.each([
    ['2026-11-25T21:30:00+08:00', 'HOME', true],
    ['2026-11-25T20:59:59+08:00', 'HOME', false],
    ['2026-11-25T21:00:00+08:00', 'TELEPHONE', true],
    ['2026-11-25T07:59:59+08:00', 'HOME', true],
    ['2026-11-25T08:00:00+08:00', 'HOME', false],
    ['2026-11-25T12:30:00+08:00', 'TELEPHONE', true],
    ['2026-11-25T14:00:00+08:00', 'HOME', false],
    ['2026-11-25T21:30:00+08:00', 'OFFICE', false],
    ['2026-11-25T21:30:00+08:00', 'OUTDOORS', false],
    ['2026-11-25T21:30:00+08:00', 'OTHER', false],
  ] as const)('R-VIS-11, R-VIS-12, D-03 · at %s a visit by %s is quiet: %s', (at, mode, quiet) => {
    expect(isQuietFor(new Date(at), mode, SHANGHAI, QUIET)).toBe(quiet);
  });

  test('R-VIS-10, R-VIS-11 · an appointment in quiet hours is refused by the rule; one behind, or a year ahead, is no appointment', () => {
    const now = new Date('2026-11-25T10:00:00+08:00');
    const plan = (at: string) => () => {
      assertAppointment({ at: new Date(at), mode: 'HOME' }, now, SHANGHAI, QUIET);
    };
    expect(plan('2026-11-26T19:00:00+08:00')).not.toThrow();
    expect(plan('2026-11-26T21:30:00+08:00')).toThrow(
      expect.objectContaining({ code: 'RULE_REFUSED', facts: expect.objectContaining({ rule: 'R-VIS-11' }) }),
    );
    expect(plan('2026-11-25T09:00:00+08:00')).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
    expect(plan('2027-11-25T10:00:00+08:00')).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  test('R-VIS-02, R-VIS-23 · P-07 · centre staff visit, in the first of their posts that may; others are not planned', () => {
    const { visitors } = POLICIES.people;
    expect(visitorPost(['STEWARD', 'SERVICE_MANAGER'], visitors)).toBe('SERVICE_MANAGER');
    expect(visitorPost(['TECHNICIAN'], visitors)).toBeNull();
    expect(() => {
      assertVisitor(null, visitors);
    }).toThrow(expect.objectContaining({ facts: expect.objectContaining({ rule: 'R-VIS-23' }) }));
  });

  test('R-VIS-17, R-VIS-05 · Q-06 · a record is due at the end of the next day, a drawn visit at the end of the month', () => {
    expect(recordDue('2026-12-31', SHANGHAI)).toEqual(new Date('2027-01-01T15:59:59.999Z'));
    expect(monthOf('2026-02-17')).toBe('2026-02-01');
    expect(endOfMonth('2028-02-01', SHANGHAI)).toEqual(new Date('2028-02-29T15:59:59.999Z'));
  });

  test('R-VIS-13, R-VIS-26 · the eleven subjects, the last of which is anything', () => {
    expect(VISIT_TOPICS).toHaveLength(11);
    expect(VISIT_TOPICS.at(-1)).toBe('OTHER');
    expect(VISIT_MODES).toHaveLength(5);
  });

  test('R-VIS-18 · the subject of what comes of an item is one line of its words', () => {
    expect(subjectOf(' 路灯\n坏了 ')).toBe('路灯 坏了');
    expect(subjectOf('很'.repeat(100))).toHaveLength(60);
    expect(subjectOf('😀'.repeat(80))).toBe(`${'😀'.repeat(59)}…`);
  });

  test('R-VIS-15, R-VIS-17, R-VIS-18 · every verb leads from its stages to one, and is refused by its rule elsewhere', () => {
    const steps = VISIT_VERBS.flatMap((verb) =>
      [null, ...VISIT_STAGES].map((stage) => {
        try {
          return `${verb} ${String(stage)} ${nextVisitStage(verb, stage)}`;
        } catch (error) {
          expect(error).toMatchObject({ code: 'RULE_REFUSED' });
          return null;
        }
      }),
    ).filter((step) => step !== null);
    expect(steps).toEqual([
      'sample null SAMPLED',
      'appoint null APPOINTED',
      'appoint SAMPLED APPOINTED',
      'appoint APPOINTED APPOINTED',
      'record null RECORDED',
      'record SAMPLED RECORDED',
      'record APPOINTED RECORDED',
      'submit RECORDED SUBMITTED',
      'review SUBMITTED REVIEWED',
      'drop SAMPLED DROPPED',
      'drop APPOINTED DROPPED',
    ]);
  });
});
