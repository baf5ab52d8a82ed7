import { Field, ID, ObjectType } from 'type-graphql';
import { UploadType } from '../attachment/upload.type.js';

/** Where the drawn signature of a link's holder goes. */
@ObjectType('LinkUploadPayload', { description: "Where the drawn signature of a link's holder goes." })
export class LinkUploadPayloadType {
  @Field(() => ID, { description: 'Give it to `signByLink` once the bytes are there.' })
  attachmentId!: string;

  @Field(() => UploadType, { description: 'Where the bytes go.' })
  upload!: UploadType;
}
