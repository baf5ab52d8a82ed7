import { Field, InterfaceType } from 'type-graphql';
import { DateTime } from '../scalars.js';

/** Something that waits; what it is are fields of the resolver. */
@InterfaceType('Waiting', {
  description: 'Something that waits: exactly one of its subjects is not null, or its estate alone is meant.',
})
export abstract class WaitingType {
  @Field(() => DateTime, {
    description:
      'Since when: reported, escalated, prepared or owed; of a limit that has passed and of what was missed its due instant.',
  })
  since!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it is or was due, of a ticket by its earliest running limit; null where nothing says so.',
  })
  dueAt!: Date | null;
}
