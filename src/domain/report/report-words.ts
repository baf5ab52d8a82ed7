import { invalidInput } from '../errors.js';
import type { ReportKind } from './report-kind.js';

/** The parts of a report that people write beside its figures. */
export const REPORT_SECTIONS = ['summary', 'problems', 'measures', 'suggestions'] as const;
type ReportSection = (typeof REPORT_SECTIONS)[number];

/** What people wrote; a part that is not written is null. */
export type ReportWords = Readonly<Record<ReportSection, string | null>>;

const WHAT_IT_COMES_TO: readonly ReportSection[] = ['summary'];
const WITH_PROBLEMS: readonly ReportSection[] = ['summary', 'problems', 'measures'];
const WITH_SUGGESTIONS: readonly ReportSection[] = ['summary', 'problems', 'suggestions'];

/**
 * The parts without which a report is not handed in: an analysis names what went wrong; that of repairs what is done about
 * it, that of complaints and of all feedback what would be better.
 */
const NEEDED: Readonly<Record<ReportKind, readonly ReportSection[]>> = {
  REPAIR_ANALYSIS: WITH_PROBLEMS,
  COMPLAINT_SUMMARY: WHAT_IT_COMES_TO,
  COMPLAINT_COLLATION: WHAT_IT_COMES_TO,
  COMPLAINT_ANALYSIS: WITH_SUGGESTIONS,
  LEADERS_ANALYSIS: WITH_SUGGESTIONS,
  OWNERS_REPORT: WHAT_IT_COMES_TO,
};

/** The parts that a kind of report has at least. @rule R-RPR-20 @rule R-CMP-35 @rule R-RPT-20 */
export const neededSections = (kind: ReportKind): readonly ReportSection[] => NEEDED[kind];

/** @throws INVALID_INPUT at `input.reportId` with the parts that nobody has written */
export function assertWritten(kind: ReportKind, words: ReportWords): void {
  const missing = NEEDED[kind].filter((section) => words[section] === null);
  if (missing.length > 0) throw invalidInput('input.reportId', 'lacks parts that it needs', { missing });
}
