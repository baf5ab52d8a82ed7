import type { TicketKind } from '../ticket/ticket-kind.js';
import type { StandardCategory } from './standard-category.js';

/** A category as a company begins with it; names in English and Chinese. */
export interface DefaultCategory {
  readonly code: string;
  readonly name: string;
  readonly nameZh: string;
  readonly kinds: readonly TicketKind[];
  readonly standard: StandardCategory;
  readonly children?: readonly DefaultCategory[];
}

type Leaf = readonly [code: string, name: string, nameZh: string, standard: StandardCategory];

const under = (kinds: readonly TicketKind[], ...leaves: readonly Leaf[]): DefaultCategory[] =>
  leaves.map(([code, name, nameZh, standard]) => ({ code, name, nameZh, kinds, standard }));

const REPAIR: readonly TicketKind[] = ['REPAIR'];
const COMPLAINT: readonly TicketKind[] = ['COMPLAINT', 'SUGGESTION'];
const REQUEST: readonly TicketKind[] = ['ENQUIRY', 'SERVICE_REQUEST', 'HELP_CALL'];

/** The tree that a company begins with: what is repaired, what is complained about, what is asked for. @rule R-CMP-08 */
export const DEFAULT_TREE: readonly DefaultCategory[] = [
  {
    ...{ code: 'R', name: 'Repairs', nameZh: '报修', kinds: REPAIR, standard: 'OTHER' },
    children: [
      {
        ...{ code: 'R01', name: 'Water and drainage', nameZh: '给排水', kinds: REPAIR, standard: 'WATER_SUPPLY' },
        children: under(
          REPAIR,
          ['R0101', 'Water supply', '给水', 'WATER_SUPPLY'],
          ['R0102', 'Drains', '排水', 'DRAINAGE'],
          ['R0103', 'Sanitary fittings', '洁具', 'WATER_SUPPLY'],
        ),
      },
      {
        ...{ code: 'R02', name: 'Electricity', nameZh: '电气', kinds: REPAIR, standard: 'ELECTRICITY' },
        children: under(
          REPAIR,
          ['R0201', 'Power in the unit', '户内供电', 'ELECTRICITY'],
          ['R0202', 'Lighting of common parts', '公共照明', 'LIGHTING'],
        ),
      },
      {
        ...{ code: 'R03', name: 'Structure', nameZh: '房屋主体', kinds: REPAIR, standard: 'STRUCTURE' },
        children: under(
          REPAIR,
          ['R0301', 'Walls, ceilings and floors', '墙面、天花、地面', 'STRUCTURE'],
          ['R0302', 'Seepage', '渗漏水', 'WATERPROOFING'],
        ),
      },
      ...under(
        REPAIR,
        ['R04', 'Lifts', '电梯', 'LIFT'],
        ['R05', 'Doors and windows', '门窗', 'DOORS_WINDOWS'],
        ['R06', 'Access and intercom', '门禁对讲', 'ACCESS_INTERCOM'],
        ['R07', 'Heating and cooling', '暖通空调', 'HEATING_COOLING'],
        ['R08', 'Gas', '燃气', 'GAS'],
        ['R09', 'Fire safety', '消防设施', 'FIRE_SAFETY'],
        ['R10', 'Roads and grounds', '道路场地', 'ROADS_GROUNDS'],
        ['R99', 'Other repairs', '其他报修', 'OTHER'],
      ),
    ],
  },
  {
    ...{ code: 'C', name: 'Complaints', nameZh: '投诉', kinds: COMPLAINT, standard: 'OTHER' },
    children: under(
      COMPLAINT,
      ['C01', 'Renovation noise or smell', '装修噪音、异味', 'RENOVATION'],
      ['C02', 'Common equipment and facilities', '公共设施设备故障', 'COMMON_EQUIPMENT'],
      ['C03', 'Cleanliness of common areas', '公共区域卫生', 'CLEANING'],
      ['C04', 'Landscaping', '绿化', 'LANDSCAPING'],
      ['C05', 'Rodents and pests', '鼠虫害', 'PESTS'],
      ['C06', 'Services of the company', '物业服务', 'SERVICE_QUALITY'],
      ['C07', 'Conduct of staff', '服务态度', 'STAFF_CONDUCT'],
      ['C08', 'Security and order', '安保秩序', 'SECURITY_ORDER'],
      ['C09', 'Parking', '停车', 'PARKING'],
      ['C10', 'Charges', '收费', 'CHARGES'],
      ['C11', 'Neighbours', '邻里', 'NEIGHBOURS'],
      ['C12', 'Building quality', '房屋质量', 'BUILDING_QUALITY'],
      ['C99', 'Other complaints', '其他投诉', 'OTHER'],
    ),
  },
  {
    ...{ code: 'S', name: 'Enquiries and services', nameZh: '咨询与服务', kinds: REQUEST, standard: 'OTHER' },
    children: under(
      REQUEST,
      ['S01', 'Formalities', '手续办理', 'FORMALITIES'],
      ['S02', 'Questions about charges', '收费咨询', 'CHARGES'],
      ['S03', 'Household services', '有偿便民服务', 'HOUSEHOLD_SERVICE'],
      ['S04', 'Renovation', '装修咨询', 'RENOVATION'],
      ['S05', 'Parking', '停车咨询', 'PARKING'],
      ['S06', 'Community activities', '社区活动', 'COMMUNITY'],
      ['S07', 'Help wanted', '求助', 'SAFETY_OF_PERSONS'],
      ['S99', 'Other matters', '其他', 'OTHER'],
    ),
  },
];

/** A category of the default tree with the code of the one above it; parents stand before their children. */
export interface ListedCategory extends Omit<DefaultCategory, 'children'> {
  readonly parent: string | null;
}

/** The tree as a list, parents before children. */
export function listTree(tree: readonly DefaultCategory[], parent: string | null = null): ListedCategory[] {
  return tree.flatMap(({ children = [], ...category }) => [
    { ...category, parent },
    ...listTree(children, category.code),
  ]);
}
