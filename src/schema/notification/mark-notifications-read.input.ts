import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { Cursor } from '../scalars.js';

const MOST = 1000;

/** Which notifications were read. */
@InputType('MarkNotificationsReadInput', {
  description: 'Which of your notifications were read: some by id, or all up to a cursor.',
})
export class MarkNotificationsReadInput extends CommandFields {
  @Field(() => [ID], { nullable: true, description: `These, at most ${MOST}; NOT_FOUND when one is not yours.` })
  @IsOptional()
  @ArrayMaxSize(MOST, { message: `must have at most ${MOST} ids` })
  ids?: string[] | null;

  @Field(() => Cursor, {
    nullable: true,
    description:
      'All that were told up to this position of the event log: the `extensions.cursor` of the list that was shown, or the cursor of the last event received. What came later stays unread; a cursor from before a restore marks nothing.',
  })
  upTo?: string | null;
}
