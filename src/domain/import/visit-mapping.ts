import { SATISFACTIONS, type Satisfaction } from '../callback/callback-answer.js';
import { VISIT_ITEM_KINDS, VISIT_TOPICS, type VisitItemKind, type VisitTopic } from '../owner-visit/visit-item.js';
import { VISIT_MODES, VISIT_SIGNATURES, type VisitMode, type VisitSignature } from '../owner-visit/visit-mode.js';
import type { BuildingRule, EstateRule, FileRules, TimeRule, UnitRule, ValueRule } from './import-mapping.js';
import { JsonReader } from './json-reader.js';
import {
  columnsOfPlace,
  columnsOfRules,
  columnsOfTexts,
  readBuilding,
  readEstate,
  readFileRules,
  readSource,
  readTime,
  readValues,
  REJECT,
  template,
  type NamedColumn,
} from './mapping-parts.js';
import { RowRejection } from './reject-reason.js';
import { clean, lineReader, MAX, orRejection, placeOf, referenceOf, valueOf, type NamedPlace } from './row-texts.js';
import { settleTime } from './settle-times.js';
import { fill, type RowValues, type Template } from './template.js';

/** Longest text of what was said, in UTF-16 code units. */
const TEXT_MAX = 2_000;

/** What an import of visits to households does with a file: a row is one visit that took place. @rule R-VIS-15 */
export interface VisitMapping {
  readonly source: string;
  readonly reference: Template;
  readonly file: FileRules;
  readonly estate: EstateRule;
  readonly building: BuildingRule | null;
  readonly unit: UnitRule;
  /** Reference of the customer in an import of people from the same source; a visit of nobody in particular without it. */
  readonly customer: Template | null;
  /** The part of the visitor's login before `@`. */
  readonly visitor: Template | null;
  readonly visitedAt: TimeRule;
  readonly mode: ValueRule<VisitMode>;
  readonly signature: ValueRule<VisitSignature>;
  /** An empty value says nothing. */
  readonly satisfaction: ValueRule<Satisfaction> | null;
  /** What the customer said; a row whose text is empty has none. */
  readonly said: {
    readonly text: Template;
    readonly kind: ValueRule<VisitItemKind>;
    readonly topic: ValueRule<VisitTopic>;
  } | null;
}

/** A visit as a row describes it. */
export interface VisitDraft extends NamedPlace {
  readonly reference: string;
  readonly customer: string | null;
  readonly visitor: string | null;
  readonly visitedAt: number;
  readonly mode: VisitMode;
  readonly signature: VisitSignature;
  readonly satisfaction: Satisfaction | null;
  readonly said: { readonly text: string; readonly kind: VisitItemKind; readonly topic: VisitTopic } | null;
}

/**
 * Reads the mapping file of an import of visits.
 * @throws INVALID_INPUT with the path of the key that is wrong, missing or unknown
 */
export function readVisitMapping(json: unknown): VisitMapping {
  const all = new JsonReader(json, '').fields([
    ...(['source', 'reference', 'file', 'estate', 'building', 'unit', 'customer', 'visitor'] as const),
    ...(['visitedAt', 'mode', 'signature', 'satisfaction', 'said'] as const),
  ]);
  const code = template(all.unit.fields(['code']).code);
  return {
    source: readSource(all.source),
    reference: template(all.reference),
    file: readFileRules(all.file, true),
    estate: readEstate(all.estate),
    building: all.building.maybe(readBuilding),
    unit: { code, use: 'RESIDENTIAL', missing: 'REJECT', unknown: 'REJECT' },
    customer: all.customer.maybe((reader) => template(reader.fields(['reference']).reference)),
    visitor: all.visitor.maybe((reader) => template(reader.fields(['login']).login)),
    visitedAt: readTime(all.visitedAt, 'EARLIEST', REJECT),
    mode: readValues(all.mode, VISIT_MODES),
    signature: readValues(all.signature, VISIT_SIGNATURES),
    satisfaction: all.satisfaction.maybe((reader) => readValues(reader, SATISFACTIONS)),
    said: all.said.maybe((reader) => {
      const { text, kind, topic } = reader.fields(['text', 'kind', 'topic']);
      return { text: template(text), kind: readValues(kind, VISIT_ITEM_KINDS), topic: readValues(topic, VISIT_TOPICS) };
    }),
  };
}

/** The columns that a mapping of visits names. */
export const columnsOfVisits = ({ said, visitedAt, ...mapping }: VisitMapping): NamedColumn[] => [
  ...columnsOfTexts({
    ...{ reference: mapping.reference, 'customer.reference': mapping.customer, 'visitor.login': mapping.visitor },
    'said.text': said?.text,
  }),
  ...columnsOfPlace(mapping),
  ...columnsOfRules({
    ...{ mode: mapping.mode, signature: mapping.signature, satisfaction: mapping.satisfaction },
    ...{ 'said.kind': said?.kind ?? null, 'said.topic': said?.topic ?? null },
  }),
  ...visitedAt.columns.map((column, i): NamedColumn => [`visitedAt.columns[${i}]`, column]),
];

/** A row as a visit, or why it is none. `now` is the latest instant that a fact can have. */
export const mapVisit = (mapping: VisitMapping, value: RowValues, now: number): VisitDraft | RowRejection =>
  orRejection(() => {
    const line = lineReader(value);
    const { satisfaction, said } = mapping;
    const visitedAt = settleTime(mapping.visitedAt, mapping.file, 'visitedAt', value, now);
    if (visitedAt === null) throw new RowRejection('NO_VISIT_TIME');
    const text = said ? fill(said.text, value).replace(/\r\n?/g, '\n').trim() : '';
    const answered = satisfaction && (satisfaction.column === null || value(satisfaction.column).trim() !== '');
    return {
      reference: referenceOf(mapping.reference, line),
      ...placeOf(mapping, line),
      customer: line('customer.reference', mapping.customer, MAX.reference) || null,
      visitor: line('visitor.login', mapping.visitor, MAX.name) || null,
      visitedAt,
      mode: valueOf('mode', mapping.mode, value),
      signature: valueOf('signature', mapping.signature, value),
      satisfaction: answered ? valueOf('satisfaction', satisfaction, value) : null,
      said:
        said && text !== ''
          ? {
              text: clean('said.text', text, TEXT_MAX),
              ...{ kind: valueOf('said.kind', said.kind, value), topic: valueOf('said.topic', said.topic, value) },
            }
          : null,
    };
  });
