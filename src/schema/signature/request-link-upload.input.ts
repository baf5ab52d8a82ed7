import { Field, InputType, Int } from 'type-graphql';
import { TextField } from '../text-field.js';

/** Announces the drawn signature of a link's holder. */
@InputType({ description: "Announces the drawn signature of a link's holder." })
export class RequestLinkUploadInput {
  @TextField({ max: 200, description: 'The token of the signature link.' })
  token!: string;

  @Field(() => Int, { description: 'Size of the PNG or JPEG in bytes, exactly; at most 1 MiB.' })
  bytes!: number;
}
