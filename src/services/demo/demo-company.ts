import type { CompanyPlan, EstatePlan } from '../../domain/demo/portfolio.js';
import type { Random } from '../../domain/demo/random.js';
import type { DemoPage } from './album.js';
import type { DemoRows, Row } from './demo-rows.js';

/** What every part of a demo company is built from. */
export interface DemoCompany {
  readonly plan: CompanyPlan;
  readonly id: string;
  readonly rows: DemoRows;
  /** Pictures of repairs, drawn before. */
  readonly album: readonly DemoPage[];
  /** What goes into the store of files. */
  readonly files: DemoFile[];
  /** Heads and deputies of departments, set once the staff are stored. */
  readonly appointments: Row[];
  readonly random: Random;
  /** The ids of the company's categories by code. */
  readonly categories: ReadonlyMap<string, string>;
  /** Chance that companies of the same names share. */
  readonly names: Random;
  /** The day that has not happened yet, counted from 1970-01-01: history ends where it begins. */
  readonly today: number;
  /** The calendar year of `today`. */
  readonly year: number;
  /** The instant at which the company began to work with the product, ISO. */
  readonly since: string;
}

/** Bytes of a file under their key. */
export interface DemoFile {
  readonly key: string;
  readonly mediaType: string;
  readonly body: Buffer;
}

/** A home, shop or space of a demo estate. */
export interface DemoUnit {
  readonly id: string;
  readonly buildingId: string;
  readonly use: 'RESIDENTIAL' | 'SHOP' | 'PARKING';
}

/** Somebody's time in a unit, as stored. */
export interface DemoOccupancy {
  readonly id: string;
  readonly unitId: string;
  readonly customerId: string;
  readonly capacity: 'OWNER' | 'TENANT' | 'OCCUPANT';
  readonly name: string;
  readonly phone: string;
  readonly from: number;
  readonly until: number | null;
}

/** A demo estate with what its later parts refer to. */
export interface DemoEstate {
  readonly plan: EstatePlan;
  readonly id: string;
  /** The day of delivery, counted from 1970-01-01. */
  readonly delivered: number;
  readonly buildingIds: readonly string[];
  readonly units: readonly DemoUnit[];
}
