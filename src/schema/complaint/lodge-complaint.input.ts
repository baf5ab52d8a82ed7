import { IsOptional, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { MajorGround } from '../../domain/complaint/complaint-class.js';
import type { ComplainedAbout } from '../../domain/complaint/decider.js';
import { ReportInput } from '../ticket/report.input.js';
import { ComplainedAboutEnum } from './complained-about.enum.js';
import { MajorGroundEnum } from './major-ground.enum.js';

/** The most contacts that a desk enters. */
export const MOST_CONTACTS = 1000;

/** What a customer complains about, and what the desk knows of it. */
@InputType({
  description:
    'A complaint (R-CMP-01). Its class follows from the facts: general unless they say more (R-CMP-36). Of a resident only the report counts.',
})
export class LodgeComplaintInput extends ReportInput {
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Inadequate service or a mistake of the company caused it, which makes it important (R-CMP-12); no where nothing is said.',
  })
  companyAtFault?: boolean | null;

  @Field(() => MajorGroundEnum, { nullable: true, description: 'A ground that makes it major (R-CMP-14, D-02).' })
  ground?: MajorGround | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Contacts of the customer about the matter, this one included; 1 where nothing is said (D-02).',
  })
  @IsOptional()
  @Min(1, { message: 'must be at least 1' })
  @Max(MOST_CONTACTS, { message: `must be at most ${MOST_CONTACTS}` })
  contacts?: number | null;

  @Field(() => ComplainedAboutEnum, {
    nullable: true,
    description: 'Whether it is about the service department or the estate manager, which changes who decides (D-16).',
  })
  about?: ComplainedAbout | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The member of staff whom it is about, who then neither handles it nor learns whose it is (D-16).',
  })
  againstStaffId?: string | null;
}
