import { inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import { Secret } from '../../../src/domain/identity/secret.js';
import { inputHash } from '../../../src/services/command/input-hash.js';

test('a secret shows in no text, no JSON, no inspection and no hash of a command', () => {
  const secret = new Secret('CANARY-password');
  for (const text of [String(secret), JSON.stringify({ secret }), inspect({ secret }, { depth: 5, showHidden: true })])
    expect(text).not.toContain('CANARY');
  expect(inputHash({ password: secret })).toBe(inputHash({ password: new Secret('another') }));
  expect(secret.reveal()).toBe('CANARY-password');
});
