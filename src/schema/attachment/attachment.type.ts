import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { AttachmentKind } from '../../domain/attachment/attachment-kind.js';
import type { AttachmentPurpose } from '../../domain/attachment/attachment-purpose.js';
import { VisibilityEnum } from '../event/visibility.enum.js';
import { DateTime } from '../scalars.js';
import { AttachmentKindEnum } from './attachment-kind.enum.js';
import { AttachmentPurposeEnum } from './attachment-purpose.enum.js';

/** A file as clients see it; its links and who added it are fields of the resolver. */
@ObjectType('Attachment', { simpleResolvers: true, description: 'A file that belongs to something.' })
export class AttachmentType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => AttachmentKindEnum, { description: 'What it is.' })
  kind!: AttachmentKind;

  @Field(() => AttachmentPurposeEnum, { description: 'What it shows.' })
  purpose!: AttachmentPurpose;

  @Field(() => VisibilityEnum, { description: 'Who may see it (D-30).' })
  visibility!: keyof typeof VisibilityEnum;

  @Field(() => String, { description: 'Name of the file, as whoever added it called it.' })
  name!: string;

  @Field(() => Int, { description: 'Size of the file, in bytes.' })
  bytes!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Media type by the bytes themselves: `image/jpeg`; null until they have come.',
  })
  mediaType!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the bytes, hexadecimal; null until they have come.',
  })
  sha256!: string | null;

  @Field(() => Int, { nullable: true, description: 'Width of a picture as it is shown, in pixels.' })
  width!: number | null;

  @Field(() => Int, { nullable: true, description: 'Height of a picture as it is shown, in pixels.' })
  height!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When its bytes had come; null until then.' })
  readyAt!: Date | null;
}
