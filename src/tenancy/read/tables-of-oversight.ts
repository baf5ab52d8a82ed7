import type { InspectionSchema } from '../../entities/inspection/inspection.entity.js';
import type { InspectionItemSchema } from '../../entities/inspection/inspection-item.entity.js';
import type { InspectionFindingSchema } from '../../entities/inspection/inspection-finding.entity.js';
import type { ReportSchema } from '../../entities/report/report.entity.js';
import type { ReportRoundSchema } from '../../entities/report/report-round.entity.js';
import type { LiaisonLetterSchema } from '../../entities/liaison-letter/liaison-letter.entity.js';
import type { LiaisonAnswerSchema } from '../../entities/liaison-letter/liaison-answer.entity.js';
import type { MetricAlertRuleSchema } from '../../entities/metric-alert/metric-alert-rule.entity.js';
import type { MetricAlertSchema } from '../../entities/metric-alert/metric-alert.entity.js';
import type { MetricExportSchema } from '../../entities/metric-export/metric-export.entity.js';

/** Tables of what head office watches. */
export type SchemasOfOversight =
  | typeof InspectionSchema
  | typeof InspectionItemSchema
  | typeof InspectionFindingSchema
  | typeof ReportSchema
  | typeof ReportRoundSchema
  | typeof LiaisonLetterSchema
  | typeof LiaisonAnswerSchema
  | typeof MetricAlertRuleSchema
  | typeof MetricAlertSchema
  | typeof MetricExportSchema;
