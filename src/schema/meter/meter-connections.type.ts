import { connectionOf } from '../connection.js';
import { MeterReadingType } from './meter-reading.type.js';
import { MeterType } from './meter.type.js';

/** A page of meters. */
export const MeterConnection = connectionOf('Meter', () => MeterType);

/** A page of readings of meters. */
export const MeterReadingConnection = connectionOf('MeterReading', () => MeterReadingType);
