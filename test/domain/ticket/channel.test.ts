import { expect, test } from '@jest/globals';
import { CHANNELS } from '../../../src/domain/ticket/channel.js';

test('D-17 · a customer at the desk and a visit by staff are two channels', () => {
  expect(CHANNELS).toEqual(expect.arrayContaining(['VISIT', 'OWNER_VISIT']));
  expect(new Set(CHANNELS).size).toBe(CHANNELS.length);
});

test.each(['GOVERNMENT_HOTLINE', 'OWNERS_COMMITTEE', 'MEDIA', 'QUESTIONNAIRE'] as const)(
  'D-17 · %s is a channel of its own',
  (channel) => {
    expect(CHANNELS).toContain(channel);
  },
);
