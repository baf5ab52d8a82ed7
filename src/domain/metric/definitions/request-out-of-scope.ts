import type { MetricDefinition } from '../metric-definition.js';
import { STANDARD_EXCLUSIONS } from '../ticket-items.js';

/** Requests that were not the company's. @rule M-DSP-02 @rule R-DSP-12 */
export const REQUEST_OUT_OF_SCOPE = {
  key: 'REQUEST_OUT_OF_SCOPE',
  catalogueId: 'M-DSP-02',
  title: 'Requests out of scope',
  titleZh: '超范围请求率',
  numerator: 'Services, enquiries and suggestions that were declined as outside the service of the company',
  denominator: 'Services, enquiries and suggestions received',
  attribution: 'when it was received',
  unit: 'PERCENT',
  target: null,
  better: null,
  rules: ['R-DSP-12'],
  version: 1,
  items: {
    source: 'TICKET',
    kinds: ['SERVICE_REQUEST', 'ENQUIRY', 'SUGGESTION'],
    counts: 'true',
    at: 'reported_at',
    excluded: STANDARD_EXCLUSIONS,
    numerator: `(stage = 'DECLINED')::int`,
    denominator: `1`,
    segment: { dimension: 'TICKET_KIND', of: 'kind' },
  },
} as const satisfies MetricDefinition;
