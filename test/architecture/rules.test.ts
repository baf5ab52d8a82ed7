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
});
