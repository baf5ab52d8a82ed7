import { connectionOf } from '../connection.js';
import { HandoverSheetType } from './handover-sheet.type.js';

/** A page of sheets. */
export const HandoverSheetConnection = connectionOf('HandoverSheet', () => HandoverSheetType);
