import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { DebtorListState } from '../../domain/dunning/approved-list.js';
import { connectionOf } from '../connection.js';
import { DateTime } from '../scalars.js';
import { DebtorListStateEnum } from './service.enums.js';

/** A public list of debtors; estate and lines are fields of the resolver. */
@ObjectType('DebtorList', {
  simpleResolvers: true,
  description: 'Which households stand on the board in the lobby (欠费户清单, R-DUN-15): rooms and amounts (Q-20).',
})
export class DebtorListType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => DebtorListStateEnum, { description: 'How far it is.' })
  state!: DebtorListState;

  @Field(() => Boolean, { description: 'Whether it shows names too, by the policy Q-20 when it was proposed.' })
  showsNames!: boolean;

  @Field(() => DateTime, { description: 'When it was proposed.' })
  proposedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was approved; null while it was not.' })
  approvedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was posted up; null while it was not.' })
  postedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether a notary has witnessed it (R-DUN-15).' })
  notarised!: boolean;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}

/** A page of public lists of debtors. */
export const DebtorListConnection = connectionOf('DebtorList', () => DebtorListType);

/** A line of a public list; room, amount and name are fields of the resolver. */
@ObjectType('DebtorListLine', {
  simpleResolvers: true,
  description: 'A household on a public list: what the board shows, and nothing else.',
})
export class DebtorListLineType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;
}
