import { Field, ID, InputType, Int } from 'type-graphql';
import type { AttachmentKind } from '../../domain/attachment/attachment-kind.js';
import type { AttachmentPurpose } from '../../domain/attachment/attachment-purpose.js';
import type { AttachmentSubject } from '../../domain/attachment/attachment-subject.js';
import { CommandFields } from '../command-fields.js';
import { VisibilityEnum } from '../event/visibility.enum.js';
import { TextField } from '../text-field.js';
import { AttachmentKindEnum } from './attachment-kind.enum.js';
import { AttachmentPurposeEnum } from './attachment-purpose.enum.js';
import { AttachmentSubjectEnum } from './attachment-subject.enum.js';

/** Announces a file. */
@InputType('RequestUploadInput', { description: 'Announces a file that is to be attached.' })
export class RequestUploadInput extends CommandFields {
  @Field(() => AttachmentSubjectEnum, { description: 'What kind of thing it is attached to.' })
  subjectKind!: AttachmentSubject;

  @Field(() => ID, { description: 'What it is attached to.' })
  subjectId!: string;

  @Field(() => AttachmentKindEnum, { description: 'What it is.' })
  kind!: AttachmentKind;

  @Field(() => AttachmentPurposeEnum, { description: 'What it shows.' })
  purpose!: AttachmentPurpose;

  @Field(() => Int, { description: 'Size of the file in bytes, exactly; the largest depends on the kind.' })
  bytes!: number;

  @TextField({ max: 255, description: 'Name of the file as people know it; folders before it are dropped.' })
  name!: string;

  @Field(() => VisibilityEnum, {
    nullable: true,
    description: 'Who may see it (D-30); INTERNAL where nothing is said, CUSTOMER where a resident adds it.',
  })
  visibility?: keyof typeof VisibilityEnum | null;
}
