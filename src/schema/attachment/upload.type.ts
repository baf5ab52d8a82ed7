import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars.js';

/** Where a file's bytes go. */
@ObjectType('Upload', { simpleResolvers: true, description: "Where a file's bytes go." })
export class UploadType {
  @Field(() => String, {
    description:
      "Path below the API's own address. PUT the bytes there, with `Content-Length` and without a token; what breaks off is sent again whole.",
  })
  url!: string;

  @Field(() => DateTime, { description: 'Until when the bytes may come.' })
  expiresAt!: Date;
}
