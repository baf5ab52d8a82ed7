import type { MessageValues } from '../notification/message-template.js';

/** The repairs of an estate on one day. @rule R-RPR-16 */
export interface RepairFigures {
  /** `YYYY-MM-DD` at the estate. */
  readonly day: string;
  readonly reported: number;
  readonly completed: number;
  /** Not done at the end of the day, however old. */
  readonly open: number;
  readonly withoutConsent: number;
}

/** The figures as messages name them. */
export const figuresInWords = (figures: RepairFigures | null): MessageValues =>
  figures === null
    ? {}
    : {
        day: figures.day,
        reported: String(figures.reported),
        completed: String(figures.completed),
        open: String(figures.open),
        withoutConsent: String(figures.withoutConsent),
      };
