import type { FormLanguage } from '../../domain/form/form-key.js';
import type { MetricUnit } from '../../domain/metric/metric-unit.js';
import type { ReportKind } from '../../domain/report/report-kind.js';
import type { ReportStage } from '../../domain/report/report-stage.js';
import type { ReportWords } from '../../domain/report/report-words.js';

/** The words of a printed report. */
interface ReportFormWords {
  readonly titles: Readonly<Record<ReportKind, string>>;
  readonly stages: Readonly<Record<ReportStage, string>>;
  readonly sections: Readonly<Record<keyof ReportWords, string>>;
  readonly units: Readonly<Record<MetricUnit, string>>;
  readonly dueAt: string;
  readonly asKnownOn: string;
  readonly figures: string;
  readonly head: readonly string[];
  readonly submitted: string;
  readonly approved: string;
}

export const REPORT_FORM_WORDS: Readonly<Record<FormLanguage, ReportFormWords>> = {
  ZH_CN: {
    titles: {
      REPAIR_ANALYSIS: '维修单月度分析报告',
      COMPLAINT_SUMMARY: '投诉月度汇总',
      COMPLAINT_COLLATION: '投诉处理表月度整理汇总',
      COMPLAINT_ANALYSIS: '投诉统计分析报告',
      LEADERS_ANALYSIS: '客户服务分析报告',
      OWNERS_REPORT: '物业管理服务报告',
    },
    stages: { DRAFT: '草稿', SUBMITTED: '待审批', RETURNED: '已退回', APPROVED: '已批准' },
    sections: { summary: '总体情况', problems: '问题及原因', measures: '改进措施', suggestions: '改进建议' },
    units: { PERCENT: '%', PER_HUNDRED: '/百户', COUNT: '', SECONDS: ' 秒', YUAN: ' 元' },
    dueAt: '提交期限',
    asKnownOn: '数据截至',
    figures: '数据',
    head: ['指标', '结果', '分子', '分母', '未到期'],
    submitted: '提交人',
    approved: '审批人',
  },
  EN: {
    titles: {
      REPAIR_ANALYSIS: 'Monthly analysis of repairs',
      COMPLAINT_SUMMARY: 'Monthly summary of complaints',
      COMPLAINT_COLLATION: 'Monthly collation of complaint forms',
      COMPLAINT_ANALYSIS: 'Analysis of complaints',
      LEADERS_ANALYSIS: 'Analysis of customer service',
      OWNERS_REPORT: 'Report on the management service',
    },
    stages: { DRAFT: 'Draft', SUBMITTED: 'Handed in', RETURNED: 'Returned', APPROVED: 'Approved' },
    sections: {
      summary: 'What it came to',
      problems: 'Problems and causes',
      measures: 'Measures',
      suggestions: 'Suggestions',
    },
    units: { PERCENT: '%', PER_HUNDRED: ' per 100', COUNT: '', SECONDS: ' s', YUAN: ' CNY' },
    dueAt: 'Due at',
    asKnownOn: 'As known on',
    figures: 'Figures',
    head: ['Figure', 'Value', 'Above', 'Below', 'Pending'],
    submitted: 'Handed in by',
    approved: 'Approved by',
  },
};
