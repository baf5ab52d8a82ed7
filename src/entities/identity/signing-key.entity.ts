import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';

/** A key that signs access tokens of the whole deployment; the private half is sealed with GUANJIA_SECRET. */
export const SigningKeySchema = defineEntity({
  name: 'SigningKey',
  tableName: 'signing_key',
  properties: {
    kid: col.text().primary(),
    publicJwk: col.json<Record<string, unknown>>(),
    sealedPrivateJwk: col.text(),
    createdAt: col.instant(),
    /** From when on it signs no more; its tokens stay good until they expire. */
    retiredAt: col.instant().nullable(),
  },
});

export class SigningKey extends SigningKeySchema.class {}
SigningKeySchema.setClass(SigningKey);
