import { InspectionCommandsResolver } from './inspection/inspection-commands.resolver.js';
import { InspectionEventResolver } from './inspection/inspection-event.resolver.js';
import {
  CorrectiveActionFindingResolver,
  InspectionFiguresResolver,
  InspectionFindingResolver,
  InspectionItemResolver,
} from './inspection/inspection-parts.resolver.js';
import { InspectionRatesResolver, InspectionResolver } from './inspection/inspection.resolver.js';
import { ReportCommandsResolver } from './report/report-commands.resolver.js';
import { ReportEventResolver } from './report/report-event.resolver.js';
import { ObligationReportResolver, ReportFigureResolver, ReportRoundResolver } from './report/report-parts.resolver.js';
import { ReportResolver } from './report/report.resolver.js';
import {
  LiaisonAnswerResolver,
  TicketLiaisonLettersResolver,
  VisitSummaryLiaisonLettersResolver,
} from './liaison-letter/liaison-answer.resolver.js';
import { LiaisonLetterCommandsResolver } from './liaison-letter/liaison-letter-commands.resolver.js';
import { LiaisonLetterEventResolver } from './liaison-letter/liaison-letter-event.resolver.js';
import { LiaisonLetterResolver, ObligationLiaisonLetterResolver } from './liaison-letter/liaison-letter.resolver.js';
import { MetricAlertCommandsResolver } from './metric-alert/metric-alert-commands.resolver.js';
import { MetricAlertEventResolver } from './metric-alert/metric-alert-event.resolver.js';
import { MetricAlertRuleResolver } from './metric-alert/metric-alert-rule.resolver.js';
import { MetricAlertResolver } from './metric-alert/metric-alert.resolver.js';
import {
  MetricExportPayloadResolver,
  MetricExportResolver,
  MetricExportSumResolver,
} from './metric-export/metric-export.resolver.js';
import { MetricDefinitionResolver } from './metric/metric-definition.resolver.js';
import { MetricPointResolver } from './metric/metric-point.resolver.js';
import { MetricRowResolver } from './metric/metric-row.resolver.js';
import { MetricValueResolver } from './metric/metric-value.resolver.js';
import { EstateScorecardResolver, ScorecardResolver } from './metric/scorecard.resolver.js';

/** What head office asks of all estates. */
export const RESOLVERS_OF_OVERSIGHT = [
  MetricDefinitionResolver,
  MetricValueResolver,
  MetricRowResolver,
  ScorecardResolver,
  EstateScorecardResolver,
  MetricPointResolver,
  InspectionResolver,
  InspectionRatesResolver,
  InspectionFiguresResolver,
  InspectionItemResolver,
  InspectionFindingResolver,
  InspectionCommandsResolver,
  InspectionEventResolver,
  CorrectiveActionFindingResolver,
  ReportResolver,
  ReportFigureResolver,
  ReportRoundResolver,
  ReportCommandsResolver,
  ReportEventResolver,
  ObligationReportResolver,
  LiaisonLetterResolver,
  LiaisonAnswerResolver,
  LiaisonLetterCommandsResolver,
  LiaisonLetterEventResolver,
  TicketLiaisonLettersResolver,
  VisitSummaryLiaisonLettersResolver,
  ObligationLiaisonLetterResolver,
  MetricAlertResolver,
  MetricAlertRuleResolver,
  MetricAlertCommandsResolver,
  MetricAlertEventResolver,
  MetricExportResolver,
  MetricExportSumResolver,
  MetricExportPayloadResolver,
] as const;
