import { Field, ID, InputType } from 'type-graphql';
import type { LetterSource } from '../../domain/liaison-letter/letter-source.js';
import { CommandFields } from '../command-fields.js';
import { TextField } from '../text-field.js';
import { LiaisonLetterSourceEnum } from './liaison-letter-source.enum.js';

/** A letter to write. */
@InputType('DraftLiaisonLetterInput', { description: 'What the centre cannot solve, and what it would do.' })
export class DraftLiaisonLetterInput extends CommandFields {
  @Field(() => ID, { description: 'The estate.' })
  estateId!: string;

  @Field(() => LiaisonLetterSourceEnum, { description: 'What kind of thing it is about.' })
  sourceKind!: LetterSource;

  @Field(() => ID, { nullable: true, description: 'The thing, of the same estate. Left out for OTHER.' })
  sourceId?: string | null;

  @TextField({ max: 200, description: 'What it is about, in a line.' })
  subject!: string;

  @TextField({ max: 4000, multiline: true, description: 'What cannot be solved, and why.' })
  matter!: string;

  @TextField({
    max: 4000,
    multiline: true,
    nullable: true,
    description: 'What the centre would do; needed when it is sent (R-ESC-01).',
  })
  proposal?: string | null;
}
