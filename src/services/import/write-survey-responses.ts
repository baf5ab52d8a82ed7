import { DomainError } from '../../domain/errors.js';
import { RowRejection } from '../../domain/import/reject-reason.js';
import type { SurveyResponseDraft, SurveyResponseMapping } from '../../domain/import/survey-response-mapping.js';
import { assertTakesAnswers, isValidForm, placeAnswers } from '../../domain/survey/survey-answer.js';
import { newId } from '../../entities/new-id.js';
import type { NewEvent } from '../../events/new-event.js';
import { contentHash, placeKey } from './draft-hash.js';
import { findPlaces } from './find-places.js';
import { findReferences, keepReferences } from './import-references.js';
import type { ChunkContext, ChunkResult, ChunkRow } from './import-subject.js';
import { inOrder, sortOut } from './sort-out.js';
import { formsOf, roundsNamed, type CountingResponse, type FormToAnswer } from './survey-form-rows.js';
import { countResponses, insertResponses, type CountedEstate, type ResponseToWrite } from './survey-response-rows.js';

const hashOfResponse = ({ estate, building, ...rest }: SurveyResponseDraft): string =>
  contentHash([...placeKey({ estate, building }), rest]);

/**
 * Takes down the forms of a chunk: of each household the latest answer counts, all are kept, and the estate's counts
 * follow. A row that says something else than before is a later answer of its household. Answered in time, forms are taken
 * until their round is analysed.
 * @rule R-SAT-02 @rule D-29
 */
export async function writeSurveyResponses(
  { em, companyId, now }: ChunkContext,
  mapping: SurveyResponseMapping,
  rows: readonly ChunkRow<SurveyResponseDraft>[],
): Promise<ChunkResult> {
  const { source } = mapping;
  const references = rows.map(({ draft }) => draft.reference);
  const known = await findReferences(em, companyId, 'SURVEY_RESPONSE', source, references);
  const { verdicts, changed, hashOf } = sortOut(rows, hashOfResponse, (reference) => known.get(reference)?.hash);
  const places = await findPlaces(em, companyId, { ...mapping, createMissing: NOTHING }, changed);
  const placed = changed.flatMap((draft) => {
    const place = places.of(draft);
    if (place instanceof RowRejection) verdicts.set(draft, place);
    return place instanceof RowRejection || place.unitId === null
      ? []
      : [{ draft, estateId: place.estate.id, unitId: place.unitId }];
  });
  const rounds = await roundsNamed(
    em,
    companyId,
    placed.map(({ draft: { round }, estateId, unitId }) => ({ estateId, unitId, round })),
  );
  const asked = placed.flatMap(({ draft, estateId, unitId }) => {
    const [roundId, another] = rounds.get(`${estateId}/${draft.round}`) ?? [];
    if (roundId !== undefined && another === undefined) return [{ draft, roundId, unitId }];
    verdicts.set(draft, new RowRejection(roundId === undefined ? 'UNKNOWN_ROUND' : 'AMBIGUOUS_ROUND', draft.round));
    return [];
  });
  const forms = await formsOf(em, companyId, asked);
  const written: (ResponseToWrite & { readonly draft: SurveyResponseDraft })[] = [];
  const counting = new Map<string, CountingResponse | null>();
  const numbers = new Map<string, number>();
  for (const { draft, roundId, unitId } of asked) {
    const form = forms.get(`${roundId}/${unitId}`);
    const before = known.get(draft.reference);
    try {
      if (!form) throw new RowRejection('NO_FORM', draft.round);
      if (before && before.estateId !== form.estateId) throw new RowRejection('OTHER_ESTATE');
      if (form.erased) throw new RowRejection('UNKNOWN_CUSTOMER');
      const { answers, answeredAt } = answered(form, draft);
      const last = counting.has(form.id) ? (counting.get(form.id) ?? null) : form.last;
      const counts = !last || answeredAt >= last.answeredAt;
      const number = (numbers.get(form.id) ?? form.answers) + 1;
      const valid = isValidForm(answers);
      const id = newId();
      numbers.set(form.id, number);
      if (counts) counting.set(form.id, { id, mode: 'IMPORT', valid, answeredAt });
      written.push({ id, form, number, counts, valid, answeredAt, answers, before: last, draft });
      verdicts.set(draft, before ? 'UPDATED' : 'IMPORTED');
    } catch (error) {
      if (!(error instanceof RowRejection)) throw error;
      verdicts.set(draft, error);
    }
  }
  await insertResponses(em, companyId, written, now);
  const counted = await countResponses(em, companyId, written);
  await keepReferences(
    em,
    companyId,
    'SURVEY_RESPONSE',
    source,
    written.map(({ id, form, draft }) => ({
      ...{ reference: draft.reference, subjectId: id, estateId: form.estateId, hash: hashOf(draft) },
    })),
  );
  const events = counted.map((estate) => {
    const here = written.filter(({ form }) => form.roundId === estate.roundId && form.estateId === estate.estateId);
    return eventOf(source, estate, here.length, now);
  });
  return { verdicts: inOrder(rows, verdicts), created: {}, events };
}

/** Answers beside their questions. @throws RowRejection when the questionnaire does not ask so, or the round takes none */
function answered(form: FormToAnswer, draft: SurveyResponseDraft) {
  const answeredAt = new Date(draft.answeredAt);
  try {
    assertTakesAnswers(form, answeredAt, true);
    return { answeredAt, answers: placeAnswers(form.questions, draft.answers) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw error.code === 'RULE_REFUSED'
      ? new RowRejection('ROUND_TAKES_NONE', form.stage)
      : new RowRejection('UNKNOWN_QUESTION', form.roundName);
  }
}

/** How many came back, never who: it is told live like any answer. @rule D-29 */
const eventOf = (source: string, estate: CountedEstate, imported: number, now: Date): NewEvent => {
  const { id, roundId, estateId, version, issued, undeliverable, returned, byTelephone } = estate;
  return {
    ...{
      type: 'survey.RESPONSES_IMPORTED',
      estateId,
      subjectKind: 'surveyEstate',
      subjectId: id,
      subjectVersion: version,
    },
    ...{ visibility: 'INTERNAL', actorKind: 'SYSTEM', actorId: null, occurredAt: now },
    facts: { source, imported, roundId, issued, undeliverable, returned, byTelephone },
  };
};

/** Places come first, with an import of their own. */
const NOTHING = { estates: false, buildings: false, units: false };
