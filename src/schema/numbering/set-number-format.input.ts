import { Field, ID, InputType } from 'type-graphql';
import type { NumberSubject } from '../../domain/numbering/number-subject.js';
import { CommandFields } from '../command-fields.js';
import { LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';
import { NumberSubjectEnum } from './number-subject.enum.js';

/** How numbers are written from a day on. */
@InputType('SetNumberFormatInput', {
  description:
    'How numbers are written from a day on. Numbers that were drawn stay, and the count of the year goes on.',
})
export class SetNumberFormatInput extends CommandFields {
  @Field(() => NumberSubjectEnum, { description: 'What is numbered.' })
  subject!: NumberSubject;

  @Field(() => ID, {
    nullable: true,
    description: 'The estate; absent: the company, for all estates without a format of their own.',
  })
  estateId?: string | null;

  @TextField({
    max: 80,
    nullable: true,
    description:
      "Text with `{kind}`, `{yy}` or `{yyyy}`, and `{seq:5}`, each once; the company's with `{estate}`, too; `{mm}` if wanted. Null goes back to the company's, or the product's.",
  })
  format?: string | null;

  @Field(() => LocalDate, {
    description: 'First day of whose things the numbers are written so; after the last change of this scope.',
  })
  fromDay!: string;
}
