import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../connection.js';
import { DateTime } from '../scalars.js';

/** What the security log tells of. */
export const SecurityKindEnum = {
  SIGN_IN_FAILED: 'SIGN_IN_FAILED',
  SIGN_IN_BLOCKED: 'SIGN_IN_BLOCKED',
  CODE_REFUSED: 'CODE_REFUSED',
  REFRESH_REUSED: 'REFRESH_REUSED',
  FORBIDDEN: 'FORBIDDEN',
} as const;
type SecurityKind = keyof typeof SecurityKindEnum;

registerEnumType(SecurityKindEnum, {
  name: 'SecurityKind',
  description: 'What was refused at the door.',
  valuesConfig: {
    SIGN_IN_FAILED: { description: 'A sign-in with a wrong login or password.' },
    SIGN_IN_BLOCKED: { description: 'A sign-in that was not even tried: too many had failed.' },
    CODE_REFUSED: { description: 'A wrong one-time code.' },
    REFRESH_REUSED: { description: 'A refresh token that was used twice; the sign-in was ended.' },
    FORBIDDEN: { description: 'An action that was missing.' },
  },
});

/** A line of the security log. */
@ObjectType('SecurityEntry', { description: 'Something that was refused at the door of the company.' })
export class SecurityEntryType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => SecurityKindEnum, { description: 'What.' })
  kind!: SecurityKind;

  @Field(() => ID, { nullable: true, description: 'The account, where one is known.' })
  accountId!: string | null;

  @Field(() => String, { nullable: true, description: 'The network address that it came from, where it is known.' })
  address!: string | null;
}

/** A page of the security log. */
export const SecurityEntryConnection = connectionOf<SecurityEntryType>('SecurityEntry', () => SecurityEntryType);
