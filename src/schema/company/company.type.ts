import { Field, ID, ObjectType } from 'type-graphql';

/** A property-management company as its own people see it. */
@ObjectType('Company', { description: 'A property-management company: the boundary that no data crosses (R-ORG-78).' })
export class CompanyType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Short code; the part of a login after `@`.' })
  code!: string;

  @Field(() => String, { description: 'Name of the company.' })
  name!: string;

  @Field(() => String, { description: 'IANA time zone of its head office.' })
  timeZone!: string;
}
