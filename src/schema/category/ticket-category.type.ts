import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { StandardCategory } from '../../domain/category/standard-category.js';
import type { TicketKind } from '../../domain/ticket/ticket-kind.js';
import { LocalDate } from '../scalars.js';
import { TicketKindEnum } from '../ticket/ticket-kind.enum.js';
import { StandardCategoryEnum } from './standard-category.enum.js';

/** A category as clients see it. */
@ObjectType('TicketCategory', {
  simpleResolvers: true,
  description: "A category of the company's tree: what tickets are about. Retired ones stay on their tickets.",
})
export class TicketCategoryType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Short code, unique within the company and never used again.' })
  code!: string;

  @Field(() => String, { description: 'Name in English.' })
  name!: string;

  @Field(() => String, { description: 'Name in Chinese.' })
  nameZh!: string;

  @Field(() => [TicketKindEnum], { description: 'The kinds of tickets that may be put into it.' })
  kinds!: TicketKind[];

  @Field(() => StandardCategoryEnum, { description: 'What it is compared by between companies.' })
  standardCode!: StandardCategory;

  @Field(() => LocalDate, { description: 'First day on which it is offered.' })
  activeFrom!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'First day on which it is no longer offered; null while it lasts.',
  })
  activeUntil!: string | null;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}
