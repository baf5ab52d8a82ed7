export const METRIC_EXPORT_FORMATS = ['CSV', 'XLSX'] as const;
export type MetricExportFormat = (typeof METRIC_EXPORT_FORMATS)[number];

/** What the bytes of a format are served as. */
export const MEDIA_TYPE_OF: Readonly<Record<MetricExportFormat, string>> = {
  CSV: 'text/csv',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
