import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import type { FileRules } from '../../../src/domain/import/import-mapping.js';
import { RowRejection } from '../../../src/domain/import/reject-reason.js';
import { readRows, type SourceRow } from '../../../src/services/import/read-rows.js';

const FILE: FileRules = {
  delimiter: ',',
  skipLines: 0,
  encoding: 'utf-8',
  timeZone: 'UTC',
  gap: 'SHIFT',
  overlap: 'EARLIER',
};

async function read(
  bytes: Buffer | string,
  piece = 7,
  file = FILE,
): Promise<{ header: readonly string[]; rows: SourceRow[] }> {
  const whole = Buffer.from(bytes);
  const pieces = Array.from({ length: Math.ceil(whole.length / piece) }, (_, i) =>
    whole.subarray(i * piece, (i + 1) * piece),
  );
  let header: readonly string[] = [];
  const rows: SourceRow[] = [];
  for await (const batch of readRows(Readable.from(pieces), file, (names) => (header = names))) rows.push(...batch);
  return { header, rows };
}
const told = ({ line, content }: SourceRow): unknown[] => [
  line,
  content instanceof RowRejection ? content.code : content.join('|'),
];

describe('rows of a file', () => {
  test.each([1, 2, 3, 5, 1000])('however the bytes arrive (%i at once), the rows are the same', async (piece) => {
    const text = '\uFEFFid, name\r\n1,你好\r\n\r\n2,"two\r\nlines"\r\n3,"x, y"\n   \n4,last';
    const { header, rows } = await read(text, piece);
    expect(header).toEqual(['id', 'name']);
    expect(rows.map(told)).toEqual([
      [2, '1|你好'],
      [4, '2|two\nlines'],
      [6, '3|x, y'],
      [8, '4|last'],
    ]);
  });

  test('an open quote costs its own line and none after it', async () => {
    const { rows } = await read('a,b\n1,"open\n2,fine\n3,"p, q"\n4,"r"s\n5,6" pipe\n6,"open to the end\n7,fine\n');
    expect(rows.map(told)).toEqual([
      [2, 'BROKEN_QUOTE'],
      [3, '2|fine'],
      [4, '3|p, q'],
      [5, 'BROKEN_QUOTE'],
      [6, '5|6" pipe'],
      [7, 'BROKEN_QUOTE'],
      [8, '7|fine'],
    ]);
  });

  test('an open quote that a later line happens to close swallows no row', async () => {
    const { rows } = await read('a,b,c\n1,"open,x\n2,",y,y\n3,z,z\n');
    expect(rows.map(told)).toEqual([
      [2, 'BROKEN_QUOTE'],
      [3, 'BROKEN_QUOTE'],
      [4, '3|z|z'],
    ]);
  });

  test('too few and too many columns are told with the number', async () => {
    const { rows } = await read('a,b\n1\n1,2,3\n1,2\n');
    expect(rows.map(told)).toEqual([
      [2, 'COLUMN_COUNT'],
      [3, 'COLUMN_COUNT'],
      [4, '1|2'],
    ]);
    expect((rows[0]?.content as RowRejection).message).toContain('1 of 2');
  });

  test('bytes that are no text in the encoding cost their line', async () => {
    const { rows } = await read(
      Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from([0xff, 0xfe]), Buffer.from('\n2,ok\n')]),
    );
    expect(rows.map(told)).toEqual([
      [2, 'INVALID_ENCODING'],
      [3, '2|ok'],
    ]);
  });

  test('GB18030 is read where the mapping says so', async () => {
    const chinese = Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from([0xc4, 0xe3, 0xba, 0xc3]), Buffer.from('\n')]);
    const { rows } = await read(chinese, 3, { ...FILE, encoding: 'gb18030' });
    expect(rows.map(told)).toEqual([[2, '1|你好']]);
  });

  test('a line longer than any request is rejected without being kept, and reading goes on', async () => {
    const { rows } = await read(`a,b\n1,${'x'.repeat(300_000)}\n2,ok\n`, 50_000);
    expect(rows.map(told)).toEqual([
      [2, 'RECORD_TOO_LONG'],
      [3, '2|ok'],
    ]);
    expect(rows[0]?.raw.length).toBeLessThanOrEqual(1_000);
  });

  test('other delimiters', async () => {
    const { rows } = await read('a\tb\n1\t"x\ty"\n', 4, { ...FILE, delimiter: '\t' });
    expect(rows.map(told)).toEqual([[2, '1|x\ty']]);
  });

  test.each([
    ['an empty file', ''],
    ['a file of blank lines', '\n \n'],
    ['a header with an open quote', 'a,"b\n'],
    ['UTF-16', Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le')],
  ])('%s is refused as a file', async (_, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
