import type { Row } from './stage.mjs';

export declare function amissIn(row: Row): Readonly<Record<string, unknown>>;
