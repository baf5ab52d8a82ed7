import { connectionOf } from '../connection.js';
import { MetricRowType } from './metric-value.type.js';

/** A page of items behind a figure. */
export const MetricRowConnection = connectionOf('MetricRow', () => MetricRowType);
