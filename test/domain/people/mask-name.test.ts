import { expect, test } from '@jest/globals';
import { maskName } from '../../../src/domain/people/mask-name.js';

test.each([
  ['张三', '张*'],
  ['欧阳娜娜', '欧*'],
  ['  李四  ', '李*'],
  ['张', '*'],
  ['', '*'],
  ['   ', '*'],
  ['John Smith', 'J*'],
  ['Élodie', 'É*'],
  ['E\u0301lodie', 'E\u0301*'],
  ['E\u0301', '*'],
  ['𠮷野家', '𠮷*'],
  ['王先生（1栋）', '王*'],
])('R-ORG-78 · of a name only the first character is shown, and nothing of a name of one: %j → %j', (name, mask) => {
  expect(maskName(name)).toBe(mask);
});

test('R-ORG-78 · a mask does not tell how long the name is', () => {
  expect(maskName('李'.repeat(2))).toBe(maskName('李'.repeat(100)));
});
