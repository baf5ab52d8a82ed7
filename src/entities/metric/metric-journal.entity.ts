import { defineEntity } from '@mikro-orm/core';
import { fence } from '../fence.js';
import { metricDelta, UNLESS_IN_CONFIDENCE } from './metric-columns.js';

/**
 * Every change of a metric, with the day that it belongs to and the instant that it became known: what a figure was on an
 * earlier day, what has changed in it since, and the items behind it. Only added to; what was wrong is taken back by its opposite.
 */
export const MetricJournalSchema = defineEntity({
  name: 'MetricJournal',
  tableName: 'metric_journal',
  properties: metricDelta(),
  indexes: [
    // By days, so that many rows share an entry: these are most of what a change of a figure writes.
    { name: 'metric_journal_company_cell_idx', properties: ['companyId', 'metric', 'estateId', 'onDay'] },
    { name: 'metric_journal_company_later_idx', properties: ['companyId', 'metric', 'onDay', 'recordedDay'] },
    { name: 'metric_journal_company_recorded_idx', properties: ['companyId', 'recordedDay'] },
  ],
  ...fence('metric_journal', { estate: 'required', confidential: { unless: UNLESS_IN_CONFIDENCE } }),
});

export class MetricJournal extends MetricJournalSchema.class {}
MetricJournalSchema.setClass(MetricJournal);
