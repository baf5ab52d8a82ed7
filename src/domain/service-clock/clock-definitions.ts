import type { ClockDefinition } from './clock-definition.js';
import { COMPLAINT_CLOCKS } from './complaint-clocks.js';
import { REPAIR_CLOCKS } from './repair-clocks.js';

/** Every kind of clock. */
export const CLOCKS: readonly ClockDefinition[] = [...REPAIR_CLOCKS, ...COMPLAINT_CLOCKS];

/** Happenings after which a clock may start, stop or lose its ground. */
const TYPES = new Set(['MERGED', 'UNMERGED', ...CLOCKS.flatMap(({ startsOn, stopsOn }) => [...startsOn, ...stopsOn])]);
const ENDS = new Set(['CLOSED', 'CANCELLED']);

/** Whether clocks have anything to do with a happening, by its type and the phase that it led to. */
export const concernsClocks = (type: string, phase: string): boolean => TYPES.has(type) || ENDS.has(phase);
