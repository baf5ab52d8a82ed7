import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ReportVerdict } from '../../domain/corrective-action/report-verdict.js';
import { DateTime } from '../scalars.js';
import { CorrectiveActionVerdictEnum } from './corrective-action-verdict.enum.js';

/** A report as clients see it; people are fields of the resolver. */
@ObjectType('CorrectiveActionReport', {
  simpleResolvers: true,
  description: 'That an action is done, in the words of its owner, and what somebody else found of it (R-ORG-25).',
})
export class CorrectiveActionReportType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => Int, { description: 'Which time it was done: 1, 2, 3 …' })
  attempt!: number;

  @Field(() => String, { description: 'What was done.' })
  note!: string;

  @Field(() => DateTime, { description: 'When it was done, by the word of the owner.' })
  doneAt!: Date;

  @Field(() => Boolean, { description: 'Whether that was by the end of the day on which it was due.' })
  inTime!: boolean;

  @Field(() => CorrectiveActionVerdictEnum, {
    nullable: true,
    description: 'What somebody else found; null until then.',
  })
  verdict!: ReportVerdict | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was seen, or why it is to be done again, in the words of whoever looked.',
  })
  finding!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When somebody else looked at it.' })
  judgedAt!: Date | null;
}
