import { Field, ID, InputType } from 'type-graphql';
import type { Role } from '../../domain/identity/role.js';
import type { ObligationKind, ObligationSubject } from '../../domain/obligation/obligation-kind.js';
import { CommandFields } from '../command-fields.js';
import { RoleEnum } from '../identity/role.enum.js';
import { DateTime } from '../scalars.js';
import { ObligationKindEnum } from './obligation-kind.enum.js';
import { ObligationSubjectEnum } from './obligation-subject.enum.js';

/** What somebody is to owe. */
@InputType('OweObligationInput', { description: 'What somebody is to owe, about what, and by when.' })
export class OweObligationInput extends CommandFields {
  @Field(() => ObligationKindEnum, {
    description: 'What is owed; CALLBACK and CARE_CHECK become owed by themselves and are refused.',
  })
  kind!: ObligationKind;

  @Field(() => ObligationSubjectEnum, { description: 'What kind of thing it is about.' })
  subjectKind!: ObligationSubject;

  @Field(() => ID, { nullable: true, description: 'The thing that it is about; absent for the company.' })
  subjectId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The member of staff who owes it; either this or `ownerPost`.' })
  ownerId?: string | null;

  @Field(() => RoleEnum, { nullable: true, description: 'The post that owes it.' })
  ownerPost?: Role | null;

  @Field(() => DateTime, { description: 'By when: ahead, and within two years.' })
  dueAt!: Date;
}
