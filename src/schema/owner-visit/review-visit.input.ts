import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { ItemRoute } from '../../domain/owner-visit/item-route.js';
import { VisitItemRouteEnum } from './visit-item-route.enum.js';
import { VisitStepInput } from './visit-step.input.js';

/** Where one item goes. */
@InputType('VisitItemRouteInput', { description: 'Where something said on a visit goes.' })
export class VisitItemRouteInput {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => VisitItemRouteEnum, { description: 'The procedure.' })
  to!: ItemRoute;
}

/** A record that was read. */
@InputType('ReviewVisitInput', { description: 'The record of a visit that the supervisor has read (R-VIS-18).' })
export class ReviewVisitInput extends VisitStepInput {
  @Field(() => [VisitItemRouteInput], {
    nullable: true,
    description:
      'Where items go, at most 50: needed of REQUEST and NEED; a SUGGESTION becomes one, an OPINION is noted where nothing is said.',
  })
  @IsOptional()
  @ArrayMaxSize(50, { message: 'must have at most 50 items' })
  @ValidateNested({ each: true })
  routes?: VisitItemRouteInput[] | null;
}
