import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ReportKind } from '../../domain/report/report-kind.js';
import type { ReportDecision, ReportStage } from '../../domain/report/report-stage.js';
import { connectionOf } from '../connection.js';
import { DateTime, LocalDate } from '../scalars.js';
import { ReportDecisionEnum, ReportKindEnum, ReportStageEnum } from './report.enums.js';

/** A figure of a report; what follows from its sums is a field of the resolver. */
@ObjectType('ReportFigure', {
  simpleResolvers: true,
  description:
    'A figure of a report as it was drawn, with what is needed to ask for it and its items again: metric, estates, period, and the day that it was known on.',
})
export class ReportFigureType {
  @Field(() => [ID], { description: 'Of which estates it is.' })
  estateIds!: readonly string[];

  @Field(() => LocalDate, {
    description:
      'Give it as `asKnownOn` with the same metric, estates and period: the figure is the same for ever (R-MET-08).',
  })
  asKnownOn!: string;

  @Field(() => Int, { description: 'Items that were still inside their time, and in neither sum (R-MET-04).' })
  pending!: number;
}

/** A round of a report; people are fields of the resolver. */
@ObjectType('ReportRound', {
  simpleResolvers: true,
  description: 'One time that a report was handed in, and what was decided on it.',
})
export class ReportRoundType {
  @Field(() => Int, { description: '1 for the first time.' })
  round!: number;

  @Field(() => DateTime, { description: 'When it was handed in.' })
  submittedAt!: Date;

  @Field(() => ReportDecisionEnum, { nullable: true, description: 'What was decided; null until then.' })
  decision!: ReportDecision | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was decided on; null until then.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it came back, or what is to be done.' })
  remark!: string | null;
}

/** A report as clients see it; estate, period, figures, rounds and people are fields of the resolver. */
@ObjectType('Report', {
  simpleResolvers: true,
  description:
    'A report of an estate on a period (报表 / 分析): figures of the engine, and what people say to them (R-RPT-20, R-RPT-21).',
})
export class ReportType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => ReportKindEnum, { description: 'What it is about.' })
  kind!: ReportKind;

  @Field(() => ReportStageEnum, { description: 'Where it stands.' })
  stage!: ReportStage;

  @Field(() => DateTime, { description: 'Until when it is handed in; that instant is in time (P-06, P-06b, D-14).' })
  dueAt!: Date;

  @Field(() => LocalDate, {
    description: 'The day, by the company’s clocks, at whose end its figures were known so.',
  })
  asKnownOn!: string;

  @Field(() => String, { nullable: true, description: 'What the period came to.' })
  summary!: string | null;

  @Field(() => String, { nullable: true, description: 'What went wrong, and why.' })
  problems!: string | null;

  @Field(() => String, { nullable: true, description: 'What is done about it.' })
  measures!: string | null;

  @Field(() => String, { nullable: true, description: 'What would be better (R-RPT-20, R-CMP-35).' })
  suggestions!: string | null;

  @Field(() => DateTime, { description: 'When it was drafted.' })
  draftedAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was handed in first, which counts for its deadline; null until then.',
  })
  submittedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was approved; null until then.' })
  approvedAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}

/** A page of reports. */
export const ReportConnection = connectionOf<ReportType>('Report', () => ReportType);
