import { Field, ID, ObjectType } from 'type-graphql';
import type { CallbackMode, CallbackOutcome, Satisfaction } from '../../domain/callback/callback-answer.js';
import type { CallbackFlaw } from '../../domain/callback/callback-flaw.js';
import { DateTime } from '../scalars.js';
import { CallbackFlawEnum } from './callback-flaw.enum.js';
import { CallbackModeEnum } from './callback-mode.enum.js';
import { CallbackOutcomeEnum } from './callback-outcome.enum.js';
import { SatisfactionEnum } from './satisfaction.enum.js';

/** A try to call a customer back, as clients see it; who called is a field of the resolver. */
@ObjectType('Callback', {
  simpleResolvers: true,
  description: 'One try to call a customer back about a ticket (回访), reached or in vain (D-12).',
})
export class CallbackType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => CallbackModeEnum, { description: 'How.' })
  mode!: CallbackMode;

  @Field(() => CallbackOutcomeEnum, { description: 'How it ended.' })
  outcome!: CallbackOutcome;

  @Field(() => Boolean, { nullable: true, description: 'Whether the matter is solved, by the word of the customer.' })
  solved!: boolean | null;

  @Field(() => SatisfactionEnum, { nullable: true, description: 'How satisfied the customer is.' })
  satisfaction!: Satisfaction | null;

  @Field(() => String, { nullable: true, description: 'What the customer said.' })
  answer!: string | null;

  @Field(() => DateTime, { description: 'When, by the word of whoever called.' })
  calledAt!: Date;

  @Field(() => CallbackFlawEnum, {
    nullable: true,
    description: 'Why it does not count as the callback that is owed; null when it does (R-RPR-13, R-CBK-04).',
  })
  flaw!: CallbackFlaw | null;

  @Field(() => Boolean, { description: 'It took place in quiet hours (D-03, P-02).' })
  inQuietHours!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it took place in quiet hours, where that was said (D-03).' })
  quietHoursReason!: string | null;
}
