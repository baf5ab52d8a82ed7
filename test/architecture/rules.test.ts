import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';

interface Rule {
  readonly id: string;
  readonly places: readonly string[];
  readonly proofs: readonly { readonly file: string; readonly title: string }[];
}

interface Found {
  readonly rules: readonly Rule[];
  readonly stray: readonly string[];
  readonly page: string;
  readonly written: string;
  readonly without: readonly { readonly id: string; readonly why: string; readonly note: string }[];
  readonly missing: readonly string[];
  readonly both: readonly string[];
}

const SCRIPT = fileURLToPath(new URL('../../scripts/rules.mjs', import.meta.url));

describe('the page of rules is true', () => {
  let found: Found;

  beforeAll(async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, '--json'], { maxBuffer: 16 << 20 });
    found = JSON.parse(stdout) as Found;
  });

  test('docs/rules.md is what the code and the tests say now (`npm run rules` writes it)', () => {
    expect(found.rules.length).toBeGreaterThan(10);
    const [written, present] = [found.written, found.page].map((page) => page.split('\n'));
    expect(present?.filter((line) => !written?.includes(line))).toEqual([]);
    expect(found.written === found.page).toBe(true);
  });

  test('every @rule tag names a rule by its id', () => {
    expect(found.stray).toEqual([]);
  });

  test('every rule that the code claims to keep has a test title that names it', () => {
    const unproven = found.rules.filter((rule) => rule.places.length > 0 && rule.proofs.length === 0);
    expect(unproven.map((rule) => `${rule.id} claimed in ${rule.places.join(', ')}`)).toEqual([]);
  });

  test('every rule of reception, dispatch, repairs, complaints, callbacks and visits is kept by code, or says why by none', () => {
    expect(found.missing).toEqual([]);
    const reasons = ['ETIQUETTE', 'KNOWLEDGE', 'PREMISES', 'ORGANISATION', 'COVERED', 'OTHER_CAPABILITY'];
    for (const { id, why, note } of found.without) {
      expect([id, reasons.includes(why)]).toEqual([id, true]);
      expect(note.length).toBeGreaterThan(10);
    }
    expect(new Set(found.without.map(({ id }) => id)).size).toBe(found.without.length);
  });

  test('no rule is both kept by code and said to be kept by none', () => {
    expect(found.both).toEqual([]);
  });

  test('what is kept through other rules names some that code keeps', () => {
    const kept = new Set(found.rules.filter(({ places }) => places.length > 0).map(({ id }) => id));
    for (const { id, note } of found.without.filter(({ why }) => why === 'COVERED'))
      expect([id, (note.match(/\b[RD]-(?:[A-Z]{3}-)?\d+/g) ?? []).some((other) => kept.has(other))]).toEqual([
        id,
        true,
      ]);
  });
});
