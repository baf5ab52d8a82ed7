import { registerEnumType } from 'type-graphql';
import { METRIC_EXPORT_FORMATS } from '../../domain/metric-export/export-format.js';
import { METRIC_EXPORT_KINDS } from '../../domain/metric-export/export-order.js';
import { METRIC_EXPORT_STATES } from '../../domain/metric-export/export-state.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of MetricExportFormat. */
export const MetricExportFormatEnum = enumOf(METRIC_EXPORT_FORMATS);
registerEnumType(MetricExportFormatEnum, {
  name: 'MetricExportFormat',
  description: 'As what a file of figures is written.',
  valuesConfig: {
    CSV: { description: 'Comma-separated values (RFC 4180), UTF-8 with its mark, the first line the titles.' },
    XLSX: { description: 'A workbook: a sheet of the rows, and a sheet that says what they are and add up to.' },
  },
});

/** The GraphQL enum of MetricExportKind. */
export const MetricExportKindEnum = enumOf(METRIC_EXPORT_KINDS);
registerEnumType(MetricExportKindEnum, {
  name: 'MetricExportKind',
  description: 'What a file of figures holds.',
  valuesConfig: {
    SCORECARDS: { description: 'Figures by estate: a row an estate and metric.' },
    SERIES: { description: 'A metric over time: a row a point.' },
    ROWS: { description: 'The items behind a metric: a row an item.' },
  },
});

/** The GraphQL enum of MetricExportState. */
export const MetricExportStateEnum = enumOf(METRIC_EXPORT_STATES);
registerEnumType(MetricExportStateEnum, {
  name: 'MetricExportState',
  description: 'How a file of figures stands.',
  valuesConfig: {
    WAITING: { description: 'It was asked for.' },
    RUNNING: { description: 'It is being written.' },
    READY: { description: 'It can be fetched.' },
    FAILED: { description: 'It was given up; `failure` says why.' },
    EXPIRED: { description: 'Its time is over, and it is gone.' },
  },
});
