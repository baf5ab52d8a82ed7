import { Field, ID, InputType } from 'type-graphql';
import type { CorrectiveActionKind } from '../../domain/corrective-action/action-kind.js';
import type { ActionSource } from '../../domain/corrective-action/action-source.js';
import { CommandFields } from '../command-fields.js';
import { TextField } from '../text-field.js';
import { CorrectiveActionKindEnum } from './corrective-action-kind.enum.js';
import { CorrectiveActionSourceEnum } from './corrective-action-source.enum.js';

/** What is wrong, and what shows it. */
@InputType('RaiseCorrectiveActionInput', { description: 'What is wrong, or could go wrong, and what shows it.' })
export class RaiseCorrectiveActionInput extends CommandFields {
  @Field(() => CorrectiveActionKindEnum, { description: 'Whether it is to put right or to prevent.' })
  kind!: CorrectiveActionKind;

  @Field(() => CorrectiveActionSourceEnum, { description: 'What kind of thing shows it.' })
  sourceKind!: ActionSource;

  @Field(() => ID, {
    nullable: true,
    description: "The thing that shows it; its estate is the action's. Left out for COMPANY.",
  })
  sourceId?: string | null;

  @TextField({ max: 2000, multiline: true, description: 'What is wrong, or could go wrong.' })
  problem!: string;
}
