import { connectionOf } from '../connection.js';
import { BillRunType } from './bill-run.type.js';
import { BillSkipType } from './bill-skip.type.js';
import { TariffType } from './tariff.type.js';

/** A page of tariffs. */
export const TariffConnection = connectionOf('Tariff', () => TariffType);

/** A page of bill runs. */
export const BillRunConnection = connectionOf('BillRun', () => BillRunType);

/** A page of what a run has skipped. */
export const BillSkipConnection = connectionOf('BillSkip', () => BillSkipType);
