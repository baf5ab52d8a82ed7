import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../src/domain/errors.js';
import { assertWhole, shownBy, type SignatureClaim } from '../../../src/domain/signature/assert-whole.js';
import { repairContent } from '../../../src/domain/ticket/repair-content.js';
import { stageAfterSignature } from '../../../src/domain/ticket/repair-signing.js';
import { REPAIR_STAGES } from '../../../src/domain/ticket/repair-stage.js';

const refusal = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.facts['rule'] ?? error.facts['path'];
  }
};

describe('who signs a work order, and when', () => {
  const home = { stage: 'COMPLETED', unitId: 'u' } as const;
  const stairs = { ...home, unitId: null };
  const head = { customerAnswered: true, headDidTheWork: false };

  test.each([
    ['R-RPR-11 · the customer signs first, and the order waits for the head', home, 'CUSTOMER', head, 'COMPLETED'],
    ['R-RPR-12 · then the head signs', home, 'DEPARTMENT_HEAD', head, 'SIGNED'],
    [
      'R-RPR-11 · the head waits for the customer',
      home,
      'DEPARTMENT_HEAD',
      { ...head, customerAnswered: false },
      'R-RPR-11',
    ],
    [
      'D-05 · in a common area the head signs alone',
      stairs,
      'DEPARTMENT_HEAD',
      { ...head, customerAnswered: false },
      'SIGNED',
    ],
    ['D-05 · in a common area no customer signs', stairs, 'CUSTOMER', head, 'D-05'],
    [
      'R-ORG-68 · nobody signs the own work as head',
      home,
      'DEPARTMENT_HEAD',
      { ...head, headDidTheWork: true },
      'R-ORG-68',
    ],
  ] as const)('%s', (_law, order, signer, by, answer) => {
    expect(refusal(() => stageAfterSignature(order, signer, by))).toBe(answer);
  });

  test.each(REPAIR_STAGES.filter((stage) => stage !== 'COMPLETED'))(
    'R-RPR-12 · an order that is %s is not signed',
    (stage) => {
      for (const signer of ['CUSTOMER', 'DEPARTMENT_HEAD'] as const)
        expect(refusal(() => stageAfterSignature({ ...home, stage }, signer, head))).toBe('R-RPR-12');
    },
  );
});

describe('what a signature must say', () => {
  const drawn = { contentHash: 'h', attachmentId: 'a', signerName: '张三', device: 'phone' };
  test.each([
    [{ signer: 'CUSTOMER', mode: 'PHONE', ...drawn }, undefined],
    [{ signer: 'CUSTOMER', mode: 'PHONE', ...drawn, device: null }, 'input.device'],
    [{ signer: 'CUSTOMER', mode: 'PHONE', ...drawn, contentHash: null }, 'input.contentHash'],
    [{ signer: 'CUSTOMER', mode: 'PHONE', ...drawn, reason: 'x' }, 'input.reason'],
    [{ signer: 'CUSTOMER', mode: 'PAPER', ...drawn, device: null }, undefined],
    [{ signer: 'CUSTOMER', mode: 'PAPER', ...drawn, device: null, attachmentId: null }, 'input.attachmentId'],
    [{ signer: 'CUSTOMER', mode: 'REFUSED' }, 'input.reason'],
    [{ signer: 'CUSTOMER', mode: 'ABSENT', reason: '外出' }, undefined],
    [{ signer: 'CUSTOMER', mode: 'LINK', ...drawn, device: null }, 'input.mode'],
    [{ signer: 'CUSTOMER', mode: 'ACCOUNT', contentHash: 'h' }, 'input.mode'],
    [{ signer: 'DEPARTMENT_HEAD', mode: 'ACCOUNT', contentHash: 'h' }, undefined],
    [{ signer: 'DEPARTMENT_HEAD', mode: 'ABSENT', reason: 'x' }, 'input.mode'],
  ] as [SignatureClaim, string | undefined][])('%j: %s', (claim, path) => {
    expect(refusal(() => assertWhole(claim, false))).toBe(path);
  });

  test.each([
    [{ signer: 'CUSTOMER', mode: 'ACCOUNT', contentHash: 'h' }, undefined],
    [{ signer: 'CUSTOMER', mode: 'ACCOUNT' }, 'input.contentHash'],
    [{ signer: 'CUSTOMER', mode: 'PHONE', ...drawn }, 'input.mode'],
    [{ signer: 'CUSTOMER', mode: 'REFUSED', reason: 'x' }, 'input.mode'],
  ] as [SignatureClaim, string | undefined][])(
    'R-RPR-11 · a resident signs with the own account alone: %j: %s',
    (claim, path) => {
      expect(refusal(() => assertWhole(claim, true))).toBe(path);
    },
  );

  test('a drawing shows a drawn signature, a photo or scan a signed paper', () => {
    expect(
      ['PHONE', 'LINK', 'PAPER', 'ACCOUNT', 'ABSENT'].map((mode) => shownBy(mode as SignatureClaim['mode'])),
    ).toEqual([['SIGNATURE'], ['SIGNATURE'], ['PHOTO', 'SCAN'], [], []]);
  });
});

test('the same order makes the same text, every change of it another', () => {
  const order = {
    number: 'E01-R26-00001',
    unitId: 'u',
    subject: 'tap',
    description: null,
    assigneeId: 't',
    visits: 1,
    reportedAt: new Date('2026-03-02T01:00:00Z'),
    startedAt: new Date('2026-03-02T02:00:00Z'),
    completedAt: new Date('2026-03-02T03:00:00Z'),
  };
  expect(repairContent({ ...order })).toBe(repairContent(order));
  const others = [
    { number: 'x' },
    { unitId: null },
    { subject: 'taps' },
    { description: 'd' },
    { assigneeId: null },
    { visits: 2 },
    { reportedAt: new Date(0) },
    { startedAt: null },
    { completedAt: new Date('2026-03-02T03:00:00.001Z') },
  ];
  const texts = new Set([order, ...others.map((over) => ({ ...order, ...over }))].map(repairContent));
  expect(texts.size).toBe(others.length + 1);
});
