import { describe, expect, test } from '@jest/globals';
import { assertMovable, lineage, subtree, treeOf } from '../../../src/domain/category/category-tree.js';
import { assertChoosable } from '../../../src/domain/category/choose-category.js';
import { DEFAULT_TREE, listTree } from '../../../src/domain/category/default-tree.js';
import { STANDARD_CATEGORY_CODES } from '../../../src/domain/category/standard-category.js';

const tree = treeOf([
  { id: 'a', parentId: null },
  { id: 'b', parentId: 'a' },
  { id: 'c', parentId: 'b' },
  { id: 'd', parentId: 'c' },
  { id: 'x', parentId: null },
  { id: 'y', parentId: 'x' },
]);
const ids = (found: readonly { readonly id: string }[]): string => found.map(({ id }) => id).join('');

describe('a tree of categories', () => {
  test('what lies above and below', () => {
    expect(ids(lineage(tree, 'd'))).toBe('dcba');
    expect(ids(subtree(tree, 'b'))).toBe('bcd');
    expect(ids(subtree(tree, 'nothing'))).toBe('');
  });

  test.each([
    ['d', 'x', null],
    ['a', null, null],
    ['y', 'd', null],
    ['a', 'a', 'lies below the category itself'],
    ['a', 'd', 'lies below the category itself'],
    ['b', 'y', null],
    ['x', 'd', 'lies too deep'],
    ['a', 'y', 'lies too deep'],
  ])('%s below %s: %s', (id, parentId, refusal) => {
    const move = (): void => assertMovable(tree, id, parentId);
    if (refusal === null) expect(move).not.toThrow();
    else expect(move).toThrow(refusal);
  });

  test('a circle that stands already is walked once', () => {
    const circle = treeOf([
      { id: 'a', parentId: 'b' },
      { id: 'b', parentId: 'a' },
    ]);
    expect(ids(lineage(circle, 'a'))).toBe('ab');
  });
});

describe('the tree that a company begins with', () => {
  const all = listTree(DEFAULT_TREE);

  test('codes are unique, and every category is mapped to a standard code', () => {
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
    for (const { standard } of all) expect(STANDARD_CATEGORY_CODES).toContain(standard);
  });

  test('R-CMP-08 · complaints have the five categories of the rule', () => {
    const complaints = all.filter(({ kinds }) => kinds.includes('COMPLAINT')).map(({ standard }) => standard);
    expect(complaints).toEqual(
      expect.arrayContaining(['RENOVATION', 'COMMON_EQUIPMENT', 'CLEANING', 'LANDSCAPING', 'PESTS', 'SERVICE_QUALITY']),
    );
  });

  test('every kind of ticket has a category, and a category is for no kind that the one above is not for', () => {
    for (const kind of ['REPAIR', 'COMPLAINT', 'ENQUIRY', 'SUGGESTION', 'SERVICE_REQUEST', 'HELP_CALL'] as const)
      expect(all.some(({ kinds }) => kinds.includes(kind))).toBe(true);
    const kindsOf = new Map(all.map(({ code, kinds }) => [code, kinds]));
    for (const { parent, kinds } of all)
      if (parent) expect(kindsOf.get(parent)).toEqual(expect.arrayContaining([...kinds]));
  });
});

describe('choosing a category', () => {
  const category = { kinds: ['REPAIR'], activeFrom: '2026-01-01', activeUntil: '2026-07-01' } as const;
  test.each([
    ['REPAIR', '2026-01-01', null],
    ['REPAIR', '2026-06-30', null],
    ['REPAIR', '2025-12-31', 'is not offered on 2025-12-31'],
    ['REPAIR', '2026-07-01', 'is not offered on 2026-07-01'],
    ['COMPLAINT', '2026-01-01', 'is no category for COMPLAINT'],
  ] as const)('%s on %s: %s', (kind, day, refusal) => {
    const choose = (): void => assertChoosable(category, kind, day);
    if (refusal === null) expect(choose).not.toThrow();
    else expect(choose).toThrow(refusal);
  });
});
