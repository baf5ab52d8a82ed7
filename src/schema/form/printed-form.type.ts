import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars.js';

/** Where a form is printed from. */
@ObjectType('PrintedForm', { simpleResolvers: true, description: 'A form that is ready to be printed.' })
export class PrintedFormType {
  @Field(() => String, {
    description:
      "Path below the API's own address: a page for printing on A4, opened without a token, filled under the viewer's rights of that moment.",
  })
  url!: string;

  @Field(() => DateTime, { description: 'Until when it opens.' })
  expiresAt!: Date;
}
