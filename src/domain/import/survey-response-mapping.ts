import { SATISFACTIONS, type Satisfaction } from '../callback/callback-answer.js';
import type { GivenAnswer } from '../survey/survey-answer.js';
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

/** Longest text of an answer, in UTF-16 code units. */
const TEXT_MAX = 2_000;

/** What an import of survey answers does with a file: a row is the form of one household that came back. @rule R-SAT-02 */
export interface SurveyResponseMapping {
  readonly source: string;
  readonly reference: Template;
  readonly file: FileRules;
  readonly estate: EstateRule;
  readonly building: BuildingRule | null;
  readonly unit: UnitRule;
  /** Name of the round that asked the household. */
  readonly round: Template;
  readonly answeredAt: TimeRule;
  /** By key of the question: where its level stands; an empty value is a question left blank. */
  readonly levels: ReadonlyMap<string, ValueRule<Satisfaction>>;
  /** By key of the question: what was said in words; empty is nothing. */
  readonly words: ReadonlyMap<string, Template>;
}

/** A form that came back, as a row describes it. */
export interface SurveyResponseDraft extends NamedPlace {
  readonly reference: string;
  readonly round: string;
  readonly answeredAt: number;
  readonly answers: readonly GivenAnswer[];
}

/**
 * Reads the mapping file of an import of survey answers.
 * @throws INVALID_INPUT with the path of the key that is wrong, missing or unknown
 */
export function readSurveyResponseMapping(json: unknown): SurveyResponseMapping {
  const all = new JsonReader(json, '').fields([
    ...([
      'source',
      'reference',
      'file',
      'estate',
      'building',
      'unit',
      'round',
      'answeredAt',
      'levels',
      'words',
    ] as const),
  ]);
  const code = template(all.unit.fields(['code']).code);
  return {
    source: readSource(all.source),
    reference: template(all.reference),
    file: readFileRules(all.file, true),
    estate: readEstate(all.estate),
    building: all.building.maybe(readBuilding),
    unit: { code, use: 'RESIDENTIAL', missing: 'REJECT', unknown: 'REJECT' },
    round: template(all.round.fields(['name']).name),
    answeredAt: readTime(all.answeredAt, 'LATEST', REJECT),
    levels: new Map(all.levels.entries().map(([key, rule]) => [key, readValues(rule, SATISFACTIONS)])),
    words: new Map(all.words.maybe((reader) => reader.entries().map(([key, text]) => [key, template(text)])) ?? []),
  };
}

/** The columns that a mapping of survey answers names. */
export const columnsOfSurveyResponses = ({
  answeredAt,
  levels,
  words,
  ...mapping
}: SurveyResponseMapping): NamedColumn[] => [
  ...columnsOfTexts({ reference: mapping.reference, 'round.name': mapping.round }),
  ...columnsOfTexts(Object.fromEntries([...words].map(([key, text]) => [`words.${key}`, text]))),
  ...columnsOfPlace(mapping),
  ...columnsOfRules(Object.fromEntries([...levels].map(([key, rule]) => [`levels.${key}`, rule]))),
  ...answeredAt.columns.map((column, i): NamedColumn => [`answeredAt.columns[${i}]`, column]),
];

/** A row as a form that came back, or why it is none. `now` is the latest instant that a fact can have. */
export const mapSurveyResponse = (
  mapping: SurveyResponseMapping,
  value: RowValues,
  now: number,
): SurveyResponseDraft | RowRejection =>
  orRejection(() => {
    const line = lineReader(value);
    const answeredAt = settleTime(mapping.answeredAt, mapping.file, 'answeredAt', value, now);
    if (answeredAt === null) throw new RowRejection('NO_ANSWER_TIME');
    const round = line('round.name', mapping.round, MAX.name);
    if (round === '') throw new RowRejection('NO_ROUND');
    const levels = [...mapping.levels].flatMap(([question, rule]): GivenAnswer[] => {
      const isBlank = rule.column !== null && value(rule.column).trim() === '';
      return isBlank ? [] : [{ question, level: valueOf(`levels.${question}`, rule, value) }];
    });
    const words = [...mapping.words].flatMap(([question, text]): GivenAnswer[] => {
      const said = fill(text, value).replace(/\r\n?/g, '\n').trim();
      return said === '' ? [] : [{ question, text: clean(`words.${question}`, said, TEXT_MAX) }];
    });
    return {
      reference: referenceOf(mapping.reference, line),
      ...placeOf(mapping, line),
      round,
      answeredAt,
      answers: [...levels, ...words],
    };
  });
