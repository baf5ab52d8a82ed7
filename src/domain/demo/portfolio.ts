/** One estate as the demo plans it. */
export interface EstatePlan {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly city: string;
  readonly propertyType: 'HIGH_RISE' | 'LOW_RISE' | 'VILLA' | 'MIXED';
  /** How many whole years before the demo's year it was delivered. */
  readonly age: number;
  readonly buildings: number;
  readonly floors: number;
  readonly homesPerFloor: number;
  readonly shops: number;
  readonly parking: number;
  /** Records nothing: an estate that must not rank well by silence (D-25). */
  readonly silent: boolean;
}

/** One company as the demo plans it. */
export interface CompanyPlan {
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  /** Companies with the same one employ people of the same names. */
  readonly staffNames: string;
  readonly estates: readonly EstatePlan[];
}

/** How many units an estate has, whatever their use. */
export const unitsOf = (plan: EstatePlan): number =>
  plan.buildings * plan.floors * plan.homesPerFloor + plan.shops + plan.parking;

type Shape = Omit<EstatePlan, 'name' | 'silent'>;

const shape = (
  code: string,
  [region, city, propertyType]: readonly [string, string, EstatePlan['propertyType']],
  age: number,
  [buildings, floors, homesPerFloor, shops, parking]: readonly [number, number, number, number, number],
): Shape => ({ code, region, city, propertyType, age, buildings, floors, homesPerFloor, shops, parking });

const SHAPES: readonly Shape[] = [
  shape('E01', ['华东', '上海', 'HIGH_RISE'], 11, [3, 12, 4, 6, 20]),
  shape('E02', ['华东', '上海', 'HIGH_RISE'], 8, [2, 11, 4, 4, 12]),
  shape('E03', ['华东', '苏州', 'HIGH_RISE'], 8, [2, 18, 4, 6, 24]),
  shape('E04', ['华东', '杭州', 'LOW_RISE'], 14, [4, 6, 4, 0, 10]),
  shape('E05', ['华南', '深圳', 'HIGH_RISE'], 6, [2, 15, 4, 8, 16]),
  shape('E06', ['华南', '深圳', 'VILLA'], 10, [6, 4, 2, 0, 30]),
  shape('E07', ['华南', '广州', 'MIXED'], 5, [1, 24, 6, 10, 40]),
  shape('E08', ['华北', '北京', 'HIGH_RISE'], 12, [3, 9, 4, 4, 12]),
  shape('E09', ['华北', '天津', 'LOW_RISE'], 9, [2, 12, 4, 2, 14]),
  shape('E10', ['华北', '北京', 'HIGH_RISE'], 1, [2, 16, 4, 6, 20]),
];

const GARDENS = [
  '海棠苑',
  '碧云轩',
  '锦绣江南',
  '梧桐里',
  '星河湾',
  '翠湖山庄',
  '云顶广场',
  '朗诗名邸',
  '枫林晚',
  '御景东方',
];
const LAKES = [
  '荷风苑',
  '映月台',
  '莲池雅居',
  '听雨巷',
  '半山蓝湾',
  '芙蓉别院',
  '莲花广场',
  '曲水名庭',
  '静安里',
  '新荷公馆',
];

const estates = (names: readonly string[], silent?: string): EstatePlan[] =>
  SHAPES.map((plan, i) => ({ ...plan, name: String(names[i]), silent: plan.code === silent }));

/** One estate ten times the mean: with `rest` units in all others of the portfolio it has half as many as they together. */
function tenfold(plan: EstatePlan, rest: number): EstatePlan {
  const big = { ...plan, buildings: 14, floors: 27, homesPerFloor: 4, shops: 60, parking: 0 };
  return { ...big, parking: Math.round(rest / 2) - unitsOf(big) };
}

const OTHERS = 3 * sum(SHAPES) - sum(SHAPES.filter((plan) => plan.code === 'E07'));

function sum(shapes: readonly Shape[]): number {
  return shapes.reduce((total, plan) => total + unitsOf({ ...plan, name: '', silent: false }), 0);
}

/**
 * Three companies with ten estates each: harbour has one of ten times the mean size, lotus one that records nothing,
 * harbour and cedar have estates and people of the same names.
 */
export const PORTFOLIO: readonly CompanyPlan[] = [
  {
    code: 'harbour',
    name: '海港物业服务有限公司',
    timeZone: 'Asia/Shanghai',
    staffNames: 'coast',
    estates: estates(GARDENS).map((plan) => (plan.code === 'E07' ? tenfold(plan, OTHERS) : plan)),
  },
  {
    code: 'cedar',
    name: '雪松物业管理有限公司',
    timeZone: 'Asia/Shanghai',
    staffNames: 'coast',
    estates: estates(GARDENS),
  },
  {
    code: 'lotus',
    name: '莲花物业集团',
    timeZone: 'Asia/Hong_Kong',
    staffNames: 'lotus',
    estates: estates(LAKES, 'E09'),
  },
];
