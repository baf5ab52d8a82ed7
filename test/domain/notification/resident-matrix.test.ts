import { describe, expect, test } from '@jest/globals';
import { RESIDENT_MATRIX, toldToResident } from '../../../src/domain/notification/resident-matrix.js';
import { LIVES } from '../../../src/domain/ticket/lives.js';

describe('what residents are told of their tickets', () => {
  test.each([
    ['R-RPR-03', 'REPAIR_REPORTED', 'REPAIR_TAKEN'],
    ['R-RPR-02', 'REPAIR_ACCEPTED', 'REPAIR_ASSIGNED'],
    ['R-RPR-10', 'REPAIR_SCHEDULED', 'REPAIR_SCHEDULED'],
    ['R-RPR-07', 'REPAIR_STARTED', 'REPAIR_ON_SITE'],
    ['R-RPR-16', 'REPAIR_CARRIED_OVER', 'REPAIR_CARRIED_OVER'],
    ['D-05', 'REPAIR_PASSED_TO_DEVELOPER', 'REPAIR_WITH_DEVELOPER'],
    ['R-DSP-13', 'REPAIR_QUOTED', 'REPAIR_QUOTED'],
    ['R-RPR-11', 'REPAIR_COMPLETED', 'REPAIR_DONE'],
    ['R-DSP-12', 'REPAIR_DECLINED', 'REQUEST_DECLINED'],
    ['R-CMP-04', 'COMPLAINT_LODGED', 'REQUEST_TAKEN'],
    ['R-CMP-15', 'COMPLAINT_REPLIED', 'REQUEST_ANSWERED'],
    ['R-DSP-04', 'SERVICE_REQUEST_ACCEPTED', 'REQUEST_TAKEN'],
    ['R-REC-11', 'ENQUIRY_ANSWERED', 'REQUEST_ANSWERED'],
    ['R-EMG-11', 'HELP_CALL_REPORTED', 'HELP_TAKEN'],
  ])('%s · %s tells %s', (_, happening, kind) => {
    expect(toldToResident(`ticket.${happening}`)).toBe(kind);
  });

  test.each(['REPAIR_FORWARDED', 'REPAIR_SIGNED', 'REPAIR_RETURNED', 'REPAIR_RATED', 'COMPLAINT_JUDGED', 'NOTED'])(
    'R-DSP-04 · %s is work among ourselves and tells nothing',
    (happening) => expect(toldToResident(`ticket.${happening}`)).toBeNull(),
  );

  test('R-DSP-04 · one row a happening, each with its rules', () => {
    const types = RESIDENT_MATRIX.flatMap(({ on }) => on);
    expect(new Set(types).size).toBe(types.length);
    for (const { rules } of RESIDENT_MATRIX) expect(rules).not.toEqual([]);
  });

  test('R-DSP-04 · the resident hears of a ticket of any kind that it was taken', () => {
    for (const kind of Object.keys(LIVES))
      expect([kind, RESIDENT_MATRIX.some((row) => row.on.some((type) => type.startsWith(`ticket.${kind}_`)))]).toEqual([
        kind,
        true,
      ]);
  });
});
