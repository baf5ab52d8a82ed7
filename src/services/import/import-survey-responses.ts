import {
  columnsOfSurveyResponses,
  mapSurveyResponse,
  type SurveyResponseDraft,
  type SurveyResponseMapping,
} from '../../domain/import/survey-response-mapping.js';
import { importFile, type ImportCounts, type ImportOrder } from './import-file.js';
import type { ImportSubject } from './import-subject.js';
import type { ImportHouse } from './write-chunk.js';
import { writeSurveyResponses } from './write-survey-responses.js';

const surveyResponseImport = (mapping: SurveyResponseMapping): ImportSubject<SurveyResponseDraft> => ({
  file: mapping.file,
  columns: columnsOfSurveyResponses(mapping),
  creates: [],
  read: (value, now) => mapSurveyResponse(mapping, value, now),
  notes: () => [],
  write: (context, rows) => writeSurveyResponses(context, mapping, rows),
});

/**
 * Imports the forms of a survey that came back on paper.
 * @throws INVALID_INPUT when the file is not what the mapping describes
 */
export const importSurveyResponses = (
  house: ImportHouse,
  { mapping, ...order }: ImportOrder & { readonly mapping: SurveyResponseMapping },
): Promise<ImportCounts> => importFile(house, surveyResponseImport(mapping), order);
