import { Field, ID, ObjectType } from 'type-graphql';
import type { ProposedChange } from '../../domain/ledger/proposed-change.js';
import { DateTime } from '../scalars.js';
import { ProposedChangeEnum } from './proposed-change.enum.js';

/** A change of an account as it was submitted; amount, charge and payment are fields of the resolver. */
@ObjectType('LedgerProposal', {
  simpleResolvers: true,
  description: 'A change of an account as it was submitted for approval (R-ORG-68).',
})
export class LedgerProposalType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => ProposedChangeEnum, { description: 'What is to be changed.' })
  kind!: ProposedChange;

  @Field(() => String, { description: 'Why, in the words of whoever proposes it.' })
  reason!: string;

  @Field(() => DateTime, { description: 'When it was written down.' })
  proposedAt!: Date;
}
