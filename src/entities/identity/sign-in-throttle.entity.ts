import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';

/** Failed sign-ins of a login or an address, by the keyed hash of its name; no name is stored. */
export const SignInThrottleSchema = defineEntity({
  name: 'SignInThrottle',
  tableName: 'sign_in_throttle',
  properties: {
    key: col.text().primary(),
    failures: col.int(),
    windowStartedAt: col.instant(),
    blockedUntil: col.instant().nullable(),
  },
});

export class SignInThrottle extends SignInThrottleSchema.class {}
SignInThrottleSchema.setClass(SignInThrottle);
