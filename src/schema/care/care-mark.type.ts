import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { CareKind, ConsentBy } from '../../domain/care/care-kind.js';
import { LocalDate } from '../scalars.js';
import { CareKindEnum } from './care-kind.enum.js';
import { ConsentByEnum } from './consent-by.enum.js';

/** A care mark as clients see it; its subject is a field of the resolver. */
@ObjectType('CareMark', {
  simpleResolvers: true,
  description: 'That a person or a unit is looked after with special care (D-15). Seen with `care.read` only.',
})
export class CareMarkType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => CareKindEnum, { description: 'Why.' })
  kind!: CareKind;

  @Field(() => ConsentByEnum, {
    nullable: true,
    description: 'Who has agreed that it is kept; null where none is needed.',
  })
  consentBy!: ConsentBy | null;

  @Field(() => LocalDate, { nullable: true, description: 'On which day that was.' })
  consentDay!: string | null;

  @Field(() => String, { nullable: true, description: 'What to know; gone once the mark was ended.' })
  note!: string | null;

  @Field(() => LocalDate, { description: 'First day.' })
  fromDay!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The first day that no longer belongs to it; null while it lasts.',
  })
  untilDay!: string | null;

  @Field(() => Int, { description: 'How often the steward looks after it, in days (R-ORG-34).' })
  checkEveryDays!: number;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}
