import { Field, Int, ObjectType } from 'type-graphql';
import type { ComplaintClass, MajorGround } from '../../domain/complaint/complaint-class.js';
import type { ComplainedAbout } from '../../domain/complaint/decider.js';
import type { ReplyMode } from '../../domain/complaint/reply-mode.js';
import { DateTime } from '../scalars.js';
import { ComplainedAboutEnum } from './complained-about.enum.js';
import { ComplaintClassEnum } from './complaint-class.enum.js';
import { MajorGroundEnum } from './major-ground.enum.js';
import { ReplyModeEnum } from './reply-mode.enum.js';

/** The handling part of a complaint's record, for staff. */
@ObjectType('ComplaintHandling', {
  simpleResolvers: true,
  description: 'The handling part of a complaint’s record (投诉处理表, P-09), for staff.',
})
export class ComplaintHandlingType {
  @Field(() => ComplaintClassEnum, { description: 'The class that it was given at receipt.' })
  classAtReceipt!: ComplaintClass;

  @Field(() => DateTime, {
    description: 'When its present class was given; the clocks of the class start here (P-19).',
  })
  classSetAt!: Date;

  @Field(() => Boolean, { description: 'Whether inadequate service or a mistake of the company caused it (R-CMP-12).' })
  companyAtFault!: boolean;

  @Field(() => MajorGroundEnum, { nullable: true, description: 'Why it is major; null for other classes.' })
  ground!: MajorGround | null;

  @Field(() => Int, { description: 'Contacts of the customer about the matter, the first included (D-02).' })
  contacts!: number;

  @Field(() => Boolean, {
    description:
      'Whether it should be looked at as major: the company is at fault and the customer has said so often enough (D-02). A person confirms by `reclassifyComplaint`.',
  })
  majorProposed!: boolean;

  @Field(() => ComplainedAboutEnum, { description: 'What it is about, where that changes who decides (D-16).' })
  about!: ComplainedAbout;

  @Field(() => DateTime, { nullable: true, description: 'When the department put it right (R-CMP-10).' })
  rectifiedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the department told the front desk (R-CMP-06).' })
  departmentReportedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the customer first heard, of whatever kind (R-CMP-17).' })
  firstReplyAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the customer had the final answer (R-CMP-25).' })
  repliedAt!: Date | null;

  @Field(() => ReplyModeEnum, { nullable: true, description: 'How the final answer was given (R-CMP-15).' })
  replyMode!: ReplyMode | null;

  @Field(() => DateTime, { nullable: true, description: 'When the customer was called back (R-CBK-04).' })
  calledBackAt!: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it concerns the company’s responsibility (有效投诉, D-06); null until judged.',
  })
  substantiated!: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was judged last.' })
  judgedAt!: Date | null;
}
