import { describe, expect, test } from '@jest/globals';
import { isEventTypePattern, selectionOf } from '../../../src/domain/webhook/event-types.js';
import { isGone, outcomeOfStatus } from '../../../src/domain/webhook/webhook-outcome.js';
import { isHopeless, waitAfter } from '../../../src/domain/webhook/webhook-patience.js';

describe('webhooks', () => {
  test.each([
    [1, 5],
    [2, 300],
    [3, 1_800],
    [9, 86_400],
    [40, 86_400],
  ])('after %i failures the wait is %i s, spread by a tenth to both sides', (failures, seconds) => {
    expect(waitAfter(failures, 0.5)).toBe(seconds * 1_000);
    expect(waitAfter(failures, 0)).toBe(seconds * 900);
    expect(waitAfter(failures, 1)).toBe(seconds * 1_100);
  });

  test('an endpoint is given up after five days without a success, not before', () => {
    const since = new Date('2026-03-01T00:00:00Z');
    expect(isHopeless(since, new Date('2026-03-05T23:59:59Z'))).toBe(false);
    expect(isHopeless(since, new Date('2026-03-06T00:00:00Z'))).toBe(true);
  });

  test.each([
    [200, 'DELIVERED'],
    [204, 'DELIVERED'],
    [302, 'REDIRECT'],
    [404, 'STATUS'],
    [410, 'STATUS'],
    [503, 'STATUS'],
  ])('status %i is %s', (status, outcome) => {
    expect(outcomeOfStatus(status)).toBe(outcome);
    expect(isGone(status)).toBe(status === 410);
  });

  test.each([
    ['*', true],
    ['ticket.*', true],
    ['ticket.REPAIR_REPORTED', true],
    ['ticket', false],
    ['ticket.repair', false],
    ['*.REPAIR', false],
    ["ticket.'; drop", false],
    ['', false],
  ])('%j names event types: %s', (text, named) => {
    expect(isEventTypePattern(text)).toBe(named);
  });

  test('patterns select families and single types', () => {
    expect(selectionOf(['ticket.*', 'notification.TOLD'])).toEqual({
      all: false,
      families: ['ticket'],
      types: ['notification.TOLD'],
    });
    expect(selectionOf(['*']).all).toBe(true);
  });
});
