import { describe, expect, test } from '@jest/globals';
import { loginName, parseLogin } from '../../../src/domain/identity/login.js';

describe('a login', () => {
  test.each([
    ['front_desk@harbour', { name: 'front_desk', companyCode: 'harbour' }],
    ['  Front_Desk.E02@HARBOUR  ', { name: 'front_desk.e02', companyCode: 'harbour' }],
    ['resident1 @ cedar', { name: 'resident1', companyCode: 'cedar' }],
    ['ｆｒｏｎｔ@ｈａｒｂｏｕｒ', { name: 'front', companyCode: 'harbour' }],
    ['张伟@harbour', { name: '张伟', companyCode: 'harbour' }],
  ])('%j is understood whatever its capitals and spaces', (text, login) => {
    expect(parseLogin(text)).toEqual(login);
  });

  test.each([
    '',
    '@',
    'front_desk',
    'front_desk@',
    '@harbour',
    'a b@harbour',
    'a@b@harbour',
    'a@har bour',
    '-a@harbour',
    `${'a'.repeat(65)}@harbour`,
    'a@港',
  ])('%j is none', (text) => {
    expect(parseLogin(text)).toBeNull();
  });

  test('a name that is stored is the name that is typed later', () => {
    expect(loginName(' Li.Na ')).toBe(parseLogin('LI.NA@harbour')?.name);
  });
});
