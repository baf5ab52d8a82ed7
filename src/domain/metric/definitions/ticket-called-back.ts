import type { MetricDefinition } from '../metric-definition.js';
import { clockItems } from '../clock-items.js';

/** Tickets called back, repairs and complaints. @rule M-CBK-01 @rule R-CBK-01 */
export const TICKET_CALLED_BACK = {
  key: 'TICKET_CALLED_BACK',
  catalogueId: 'M-CBK-01',
  title: 'Tickets called back',
  titleZh: '回访率',
  numerator: 'Repairs returned and complaints answered whose customer was reached',
  denominator: 'Repairs returned and complaints answered that owe a callback',
  attribution: 'when the order was returned, or the complaint answered',
  unit: 'PERCENT',
  target: 100,
  better: 'MORE',
  rules: ['R-CBK-01', 'R-RPR-15'],
  version: 1,
  items: clockItems({
    rule: 'R-RPR-13',
    milestone: 'CALLED_BACK',
    everyRound: true,
    numerator: 'reached::int',
    segment: { dimension: 'TICKET_KIND', of: 'kind' },
  }),
  beside: clockItems({
    rule: 'R-CBK-04',
    milestone: 'CALLED_BACK',
    everyRound: true,
    numerator: 'reached::int',
    segment: { dimension: 'TICKET_KIND', of: 'kind' },
  }),
} as const satisfies MetricDefinition;
