import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { EstateRule, UnitRule } from '../../domain/import/import-mapping.js';
import { RowRejection } from '../../domain/import/reject-reason.js';
import type { NamedPlace } from '../../domain/import/row-texts.js';
import { findBuildings, type FoundBuildings } from './find-buildings.js';
import { findEstates, type KnownEstate } from './find-estates.js';
import { findUnits, type FoundUnits, type WantedUnit } from './find-units.js';

/** What a mapping says about places. */
interface PlaceRules {
  readonly createMissing: { readonly estates: boolean; readonly buildings: boolean; readonly units: boolean };
  readonly estate: EstateRule;
  readonly unit: UnitRule | null;
}

/** Where a draft belongs. */
export interface Place {
  readonly estate: KnownEstate;
  readonly unitId: string | null;
}

/** The places of drafts, and the estates of what was created, one entry a thing. */
export interface FoundPlaces {
  readonly of: (draft: NamedPlace) => Place | RowRejection;
  readonly created: {
    readonly estates: ReadonlySet<string>;
    readonly buildings: readonly string[];
    readonly units: readonly string[];
  };
}

/**
 * Finds the estates, buildings and units that drafts name, and creates the missing ones where the mapping says so: by
 * sets, at most three statements a kind, whatever the number of drafts.
 */
export async function findPlaces(
  em: SqlEntityManager,
  companyId: string,
  mapping: PlaceRules,
  drafts: readonly NamedPlace[],
): Promise<FoundPlaces> {
  const { createMissing } = mapping;
  const estates = await findEstates(em, companyId, mapping.estate, drafts, createMissing.estates);
  const placed = drafts.flatMap((draft) => {
    const estate = estates.of(draft);
    return estate instanceof RowRejection ? [] : [{ draft, estateId: estate.id }];
  });
  const named = placed.flatMap(({ draft, estateId }) => (draft.building ? [{ estateId, ...draft.building }] : []));
  const buildings = await findBuildings(em, companyId, named, createMissing.buildings);
  const wanted = placed.flatMap(({ draft, estateId }) => wantedUnit(draft, estateId, buildings) ?? []);
  const units = await findUnits(em, companyId, wanted, createMissing.units ? (mapping.unit?.use ?? null) : null);
  const of = (draft: NamedPlace): Place | RowRejection => {
    const estate = estates.of(draft);
    if (estate instanceof RowRejection) return estate;
    const unitId = unitOf(draft, estate.id, buildings, units);
    if (!(unitId instanceof RowRejection)) return { estate, unitId };
    return mapping.unit?.unknown === 'NONE' ? { estate, unitId: null } : unitId;
  };
  return { of, created: { estates: estates.created, buildings: buildings.created, units: units.created } };
}

function wantedUnit(draft: NamedPlace, estateId: string, buildings: FoundBuildings): WantedUnit | null {
  if (draft.unitCode === null) return null;
  const buildingId = draft.building ? buildings.idOf(estateId, draft.building.code) : null;
  return buildingId === undefined ? null : { estateId, buildingId, code: draft.unitCode };
}

function unitOf(
  draft: NamedPlace,
  estateId: string,
  buildings: FoundBuildings,
  units: FoundUnits,
): string | null | RowRejection {
  if (draft.unitCode === null) return null;
  const wanted = wantedUnit(draft, estateId, buildings);
  if (!wanted) return new RowRejection('UNKNOWN_BUILDING', draft.building?.code);
  const [first, second] = units.idsOf(wanted);
  if (second) return new RowRejection('AMBIGUOUS_UNIT', draft.unitCode);
  return first ?? new RowRejection('UNKNOWN_UNIT', draft.unitCode);
}
