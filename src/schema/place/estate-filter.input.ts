import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, Int, InputType } from 'type-graphql';
import { TextField, TextListField } from '../text-field.js';

/** Which estates a list shows. */
@InputType('EstateFilter', {
  description: 'Which estates a list shows; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class EstateFilterInput {
  @Field(() => [ID], { description: 'Only these estates.', nullable: true })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  ids?: string[] | null;

  @TextListField({ nullable: true, most: 1000, max: 200, description: 'Only estates with one of these codes.' })
  codes?: string[] | null;

  @TextField({
    max: 100,
    nullable: true,
    description: 'Only estates with this in their name; upper and lower case are one.',
  })
  nameContains?: string | null;

  @TextField({ max: 100, nullable: true, description: 'Only this region.' })
  region?: string | null;

  @TextField({ max: 100, nullable: true, description: 'Only this city.' })
  city?: string | null;

  @TextField({ max: 100, nullable: true, description: 'Only this type of property.' })
  propertyType?: string | null;

  @Field(() => Int, { description: 'Only this year of delivery.', nullable: true })
  deliveryYear?: number | null;

  @Field(() => ID, { description: 'Only estates of this group.', nullable: true })
  groupId?: string | null;
}
