import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { UnmaskPurpose, UnmaskSubject } from '../../domain/privacy/unmask-purpose.js';
import type { UnmaskState } from '../../domain/privacy/unmask-term.js';
import { connectionOf } from '../connection.js';
import { DateTime } from '../scalars.js';
import { UnmaskPurposeEnum, UnmaskStateEnum, UnmaskSubjectEnum } from './unmask.enums.js';

/** A grant to unmask; who, whom and what was read are fields of the resolver. */
@ObjectType('UnmaskGrant', {
  description:
    'That somebody of head office reads customers of one estate by name for a purpose and a while (R-ORG-77, R-ORG-78).',
})
export class UnmaskGrantType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => UnmaskPurposeEnum, { description: 'What for.' })
  purpose!: UnmaskPurpose;

  @Field(() => String, { description: 'Why, in the words of who asked for it.' })
  reason!: string;

  @Field(() => UnmaskSubjectEnum, { description: 'Whose data it opens.' })
  subject!: UnmaskSubject;

  @Field(() => UnmaskStateEnum, { description: 'How it stands now.' })
  state!: UnmaskState;

  @Field(() => DateTime, { description: 'From when on it holds.' })
  grantedAt!: Date;

  @Field(() => DateTime, { description: 'When it ends by itself.' })
  expiresAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was taken back; null while it was not.' })
  revokedAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number;
}

/** A page of a list of UnmaskGrant. */
export const UnmaskGrantConnection = connectionOf<UnmaskGrantType>('UnmaskGrant', () => UnmaskGrantType);
