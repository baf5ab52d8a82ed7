import { describe, expect, test } from '@jest/globals';
import { keptUntil } from '../../../src/domain/attachment/attachment-kind.js';
import { fileName } from '../../../src/domain/attachment/file-name.js';
import { allowedType, isShownInPlace, savedName } from '../../../src/domain/attachment/media-type.js';

describe('a file name', () => {
  test.each([
    ['水管.jpg', '水管.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\fakepath\\tap.png', 'tap.png'],
    ['..', 'file'],
    ['/', 'file'],
    ['.htaccess', 'htaccess'],
    ['a"b\r\nset-cookie: x.jpg', 'a_bset-cookie_ x.jpg'],
    ['invoice\u202egpj.exe', 'invoicegpj.exe'],
    ['a\u0000b.jpg', 'ab.jpg'],
    ['x'.repeat(300), 'x'.repeat(120)],
  ])('%j is kept as %j', (given, kept) => {
    expect(fileName(given)).toBe(kept);
  });

  test.each([
    ['tap.jpg', 'image/jpeg', 'tap.jpg'],
    ['tap.html', 'image/png', 'tap.html.png'],
    ['TAP.PNG', 'image/png', 'TAP.png'],
    ['.pdf', 'application/pdf', 'file.pdf'],
  ])('%s that is %s is saved as %s', (name, type, saved) => {
    expect(savedName(name, type)).toBe(saved);
  });
});

describe('a media type', () => {
  test.each([
    ['image/jpeg', ['image/jpeg'], 'image/jpeg'],
    ['audio/x-m4a', ['audio/mp4'], 'audio/mp4'],
    ['video/webm', ['audio/webm'], 'audio/webm'],
    ['audio/ogg; codecs=opus', ['audio/ogg'], 'audio/ogg'],
    ['image/svg+xml', ['image/svg+xml'], null],
    ['text/html', ['image/png'], null],
    [null, ['image/png'], null],
  ])('%s among %j is served as %s', (sniffed, allowed, served) => {
    expect(allowedType(sniffed, allowed)).toBe(served);
  });

  test('nothing that a browser could run is shown in place', () => {
    for (const type of ['text/html', 'image/svg+xml', 'application/pdf', 'application/octet-stream'])
      expect(isShownInPlace(type)).toBe(false);
    expect(isShownInPlace('image/png')).toBe(true);
  });
});

test('Q-24 · a photo is kept for the term of its record, evidence of dunning as long as the claim', () => {
  const ready = new Date('2024-02-29T08:00:00Z');
  expect(keptUntil('PHOTO', ready, 5)).toEqual(new Date('2029-03-01T08:00:00Z'));
  expect(keptUntil('SCAN', ready, 10)).toEqual(new Date('2034-03-01T08:00:00Z'));
  expect(keptUntil('PHOTO', ready, null)).toBeNull();
  expect(keptUntil('RECORDING', ready, 5)).toBeNull();
  expect(keptUntil('COURIER_SLIP', ready, 5)).toBeNull();
});
