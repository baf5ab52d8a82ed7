import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { LetterListState } from '../../domain/dunning/approved-list.js';
import type { LetterGround } from '../../domain/dunning/letter-ground.js';
import { connectionOf } from '../connection.js';
import { DateTime, LocalDate } from '../scalars.js';
import { LetterGroundEnum } from './dunning.enums.js';
import { LetterListStateEnum } from './service.enums.js';

/** A list of lawyer's letters; estate, people and letters are fields of the resolver. */
@ObjectType('LetterList', {
  simpleResolvers: true,
  description: 'Lawyer’s letters that are proposed, approved, filed and sent together (发放律师函名单, R-DUN-10).',
})
export class LetterListType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => LetterListStateEnum, { description: 'How far it is.' })
  state!: LetterListState;

  @Field(() => DateTime, { description: 'When it was proposed.' })
  proposedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the company approved it; null while it has not.' })
  approvedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was filed; null while it was not.' })
  filedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Under which number it is filed.' })
  fileNumber!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When the letters were sent; null while they were not.' })
  sentOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The law firm that has issued them (R-DUN-11, D-09); null where the company itself does.',
  })
  lawFirm!: string | null;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}

/** A page of lists of lawyer's letters. */
export const LetterListConnection = connectionOf('LetterList', () => LetterListType);

/** A lawyer's letter; amount and case are fields of the resolver. */
@ObjectType('LawyerLetter', { simpleResolvers: true, description: 'A lawyer’s letter to a debtor (律师函).' })
export class LawyerLetterType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => LetterGroundEnum, { description: 'What entitled to it when it was proposed (R-DUN-07).' })
  ground!: LetterGround;

  @Field(() => LocalDate, { nullable: true, description: 'The first day for which something was overdue then.' })
  arrearsFrom!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day after that time.' })
  arrearsUntil!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'That it is not sent after all: settled, stopped, or its list dropped.',
  })
  droppedAt!: Date | null;

  @Field(() => LocalDate, { nullable: true, description: 'When it was sent; sent is not served (D-09).' })
  sentOn!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it might be sent when it was (M-DUN-05).' })
  eligibleWhenSent!: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'When it was served; null while it was not.' })
  servedOn!: string | null;
}
