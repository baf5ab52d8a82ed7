import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Role } from '../../domain/identity/role.js';
import type { ObligationKind, ObligationSubject } from '../../domain/obligation/obligation-kind.js';
import type { ObligationState } from '../../domain/obligation/obligation-state.js';
import { RoleEnum } from '../identity/role.enum.js';
import { DateTime } from '../scalars.js';
import { ObligationKindEnum } from './obligation-kind.enum.js';
import { ObligationStateEnum } from './obligation-state.enum.js';
import { ObligationSubjectEnum } from './obligation-subject.enum.js';

/** An obligation as clients see it; people, places and the subject are fields of the resolver. */
@ObjectType('Obligation', {
  simpleResolvers: true,
  description: 'Something that somebody owes by an instant: a person, or whoever stands at a post on the estate.',
})
export class ObligationType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => ObligationKindEnum, { description: 'What is owed.' })
  kind!: ObligationKind;

  @Field(() => ObligationStateEnum, { description: 'How it stands.' })
  state!: ObligationState;

  @Field(() => ObligationSubjectEnum, { description: 'What kind of thing it is about.' })
  subjectKind!: ObligationSubject;

  @Field(() => ID, { description: 'Id of the thing that it is about.' })
  subjectId!: string;

  @Field(() => RoleEnum, { nullable: true, description: 'The post that owes it; null where a person does by name.' })
  ownerPost!: Role | null;

  @Field(() => DateTime, { description: 'Since when it is owed.' })
  owedSince!: Date;

  @Field(() => DateTime, { description: 'By when; the instant itself is still in time.' })
  dueAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'The due instant that passed while it was owed. It stays when it is fulfilled late, or was in time and entered late.',
  })
  missedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was done, waived or lapsed, by the word of the actor; null while it is owed.',
  })
  settledAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was waived; null where it was not.' })
  waiveReason!: string | null;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}
