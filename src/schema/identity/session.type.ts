import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars.js';
import { ViewerType } from './viewer.type.js';

/** What a sign-in gives. */
@ObjectType('Session', { description: 'What a sign-in gives. Keep both tokens secret.' })
export class SessionType {
  @Field(() => String, {
    description:
      'Send it with every request: `Authorization: Bearer …` on HTTP, `{ authorization: "Bearer …" }` in connection_init.',
  })
  accessToken!: string;

  @Field(() => String, {
    description:
      'Exchange it with `refreshSession` for the next session, within 30 days. It works once: a second use ends the whole sign-in.',
  })
  refreshToken!: string;

  @Field(() => DateTime, { description: 'When the access token ends.' })
  expiresAt!: Date;

  @Field(() => ViewerType, { description: 'Who has signed in.' })
  viewer!: ViewerType;
}
