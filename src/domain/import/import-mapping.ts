import type { UnitUse } from '../place/unit-use.js';
import type { Channel } from '../ticket/channel.js';
import type { RepairStage } from '../ticket/repair-stage.js';
import type { Urgency } from '../ticket/urgency.js';
import type { Template } from './template.js';
import type { TimeFormat } from './time-format.js';

/** The kinds that an import can make: those that have a life cycle and a series of numbers. */
export const IMPORTED_KINDS = ['REPAIR'] as const;
export type ImportedKind = (typeof IMPORTED_KINDS)[number];

/** The milestones that a file may name, in the order in which they must lie. */
export const MILESTONES = ['reportedAt', 'forwardedAt', 'acceptedAt', 'startedAt', 'completedAt', 'closedAt'] as const;
export type Milestone = (typeof MILESTONES)[number];

/** `auto` tells UTF-8 from GB18030 by the first bytes that differ between them. */
export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'windows-1252', 'auto'] as const;
/** Where in a local day something lies of which the file knows the day only, within what the other times allow. */
export const DAY_ONLY = ['EARLIEST', 'LATEST', 'UNKNOWN'] as const;
/** What becomes of a time that cannot be: it is left out of the ticket, or the row is rejected. */
export const IMPOSSIBLE = ['DROP', 'REJECT'] as const;
/** What becomes of a local time that clocks skipped: read with the offset from before, or rejected. */
export const GAP = ['SHIFT', 'REJECT'] as const;
/** Which of two instants a local time means that clocks showed twice, where the other times allow both. */
export const OVERLAP = ['EARLIER', 'LATER'] as const;

/** How a value of the house follows from a row: a constant, or a column's values. */
export interface ValueRule<T extends string> {
  /** Null: always `otherwise`. */
  readonly column: string | null;
  readonly values: ReadonlyMap<string, T>;
  /** For values that `values` does not name; null rejects the row. */
  readonly otherwise: T | null;
}

/** How an instant follows from a row. */
export interface TimeRule {
  /** The first one with a content counts. */
  readonly columns: readonly string[];
  /** The first one that fits counts. */
  readonly formats: readonly TimeFormat[];
  /** Whether 00:00 says that the time of day is not known. */
  readonly midnightMeansDay: boolean;
  readonly dayOnly: (typeof DAY_ONLY)[number];
  readonly impossible: (typeof IMPOSSIBLE)[number];
}

/** How a file is written. */
export interface FileRules {
  readonly delimiter: string;
  readonly encoding: (typeof ENCODINGS)[number];
  /** Lines before the header that are no part of the table: a title, a merged cell. */
  readonly skipLines: number;
  /** IANA zone that its local times are in. */
  readonly timeZone: string;
  readonly gap: (typeof GAP)[number];
  readonly overlap: (typeof OVERLAP)[number];
}

/** An estate by code, or by name where no code is given. */
export interface EstateRule {
  readonly code: Template | null;
  readonly name: Template | null;
  /** For rows that name none; null rejects them. */
  readonly otherwise: { readonly code: string; readonly name: string } | null;
  /** Of estates that the import creates. */
  readonly timeZone: string;
  readonly region: string | null;
  readonly city: string | null;
}

export interface BuildingRule {
  readonly code: Template;
  readonly name: Template | null;
  /** Code of the building for rows that name none; null rejects them. */
  readonly otherwise: string | null;
}

export interface UnitRule {
  readonly code: Template;
  /** Of units that the import creates. */
  readonly use: UnitUse;
  /** Whether a row without a unit becomes a ticket without one. */
  readonly missing: 'NONE' | 'REJECT';
  /** Likewise a row with a unit that the house does not have and does not create. */
  readonly unknown: 'NONE' | 'REJECT';
}

/** What an import does with a file, read from a mapping file. */
export interface ImportMapping {
  /** A code of the system that the file comes from; with the reference it names a ticket for ever. */
  readonly source: string;
  readonly reference: Template;
  readonly file: FileRules;
  readonly createMissing: { readonly estates: boolean; readonly buildings: boolean; readonly units: boolean };
  readonly estate: EstateRule;
  readonly building: BuildingRule | null;
  readonly unit: UnitRule | null;
  readonly kind: ValueRule<ImportedKind>;
  /** Codes of categories. */
  readonly category: ValueRule<string> | null;
  readonly stage: ValueRule<RepairStage>;
  readonly channel: ValueRule<Channel>;
  readonly urgency: ValueRule<Urgency>;
  readonly subject: Template;
  readonly description: Template | null;
  readonly contactName: Template | null;
  readonly contactPhone: Template | null;
  readonly times: { readonly reportedAt: TimeRule } & Readonly<Partial<Record<Milestone, TimeRule>>>;
}
