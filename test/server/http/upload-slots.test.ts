import { expect, test } from '@jest/globals';
import { UploadSlots } from '../../../src/server/http/files/upload-slots.js';

test('a node takes so many uploads at a time, and fewer of one company; what is over makes room, also where it failed', async () => {
  const slots = new UploadSlots({ all: 3, company: 2 });
  const ends: (() => void)[] = [];
  const begin = (company: string): Promise<void> =>
    slots.during(company, () => new Promise<void>((resolve) => ends.push(resolve)));
  const refused = { code: 'LIMIT_EXCEEDED', facts: { what: 'uploadsUnderWay', retryAfter: 5 } };
  const first = [begin('a'), begin('a')];
  await expect(begin('a')).rejects.toMatchObject(refused);
  const other = begin('b');
  await expect(begin('c')).rejects.toMatchObject(refused);
  for (const end of ends) end();
  await Promise.all([...first, other]);
  const broken = Promise.reject(new Error('broken off'));
  await expect(slots.during('a', () => broken)).rejects.toThrow('broken off');
  const again = [begin('a'), begin('a'), begin('b')];
  for (const end of ends) end();
  await Promise.all(again);
});
