import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { CareKind } from '../../domain/care/care-kind.js';
import { CareKindEnum } from './care-kind.enum.js';

/** Which care marks a list shows. */
@InputType('CareMarkFilter', {
  description: 'Which care marks a list shows; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class CareMarkFilterInput {
  @Field(() => [ID], { nullable: true, description: 'Marks on these estates.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => [CareKindEnum], { nullable: true, description: 'Marks of these kinds.' })
  kinds?: CareKind[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: also those that are over or have not begun; otherwise those in force today.',
  })
  everyTime?: boolean | null;
}
