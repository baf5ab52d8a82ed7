import { Field, ID, InputType } from 'type-graphql';
import { ContactStepInput } from './contact-step.input.js';

/** To whom an entry is passed on. */
@InputType({ description: 'Passes an entry on that the desk cannot settle (R-REC-12).' })
export class EscalateContactInput extends ContactStepInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The department concerned, of the estate or of the company; absent: the superior of whoever asks.',
  })
  departmentId?: string | null;
}
