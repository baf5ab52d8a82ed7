/**
 * The product's own list of what tickets are about. Every category of a company is mapped to one of these codes, so that
 * companies with trees of their own can be compared; a code is never reused for something else.
 */
export const STANDARD_CATEGORIES = {
  WATER_SUPPLY: 'Water supply: taps, pipes, meters, pumps (给水).',
  DRAINAGE: 'Drains and sewage: blocked or leaking (排水).',
  ELECTRICITY: 'Electricity: no power, tripping breakers, sockets (电气).',
  LIGHTING: 'Lighting of common parts (照明).',
  GAS: 'Gas: smell, supply, stoves (燃气).',
  HEATING_COOLING: 'Heating, ventilation and air conditioning (暖通空调).',
  STRUCTURE: 'Walls, ceilings, floors, facades (房屋主体).',
  WATERPROOFING: 'Seepage and leaks through roof, wall or window (渗漏水).',
  DOORS_WINDOWS: 'Doors, windows and locks (门窗).',
  LIFT: 'Lifts and escalators (电梯).',
  FIRE_SAFETY: 'Fire-fighting equipment and alarms (消防设施).',
  ACCESS_INTERCOM: 'Access control, intercom, cameras, barriers (弱电, 门禁对讲).',
  COMMON_EQUIPMENT: 'Other common equipment and facilities (公共设施设备, R-CMP-08 b).',
  ROADS_GROUNDS: 'Roads, paving, playgrounds (道路场地).',
  RENOVATION: 'Renovation: noise, smell, waste, breaches (装修, R-CMP-08 a).',
  CLEANING: 'Cleanliness of common areas, refuse (保洁, R-CMP-08 c).',
  LANDSCAPING: 'Landscaping and plants (绿化, R-CMP-08 c).',
  PESTS: 'Rodents and pests (鼠虫害, R-CMP-08 d).',
  SECURITY_ORDER: 'Security and public order (安保秩序).',
  PARKING: 'Parking and traffic (停车).',
  NEIGHBOURS: 'Neighbours: noise, pets, occupied common parts (邻里).',
  CHARGES: 'Fees, bills and receipts (收费).',
  SERVICE_QUALITY: 'Any service of the company (物业服务, R-CMP-08 e).',
  STAFF_CONDUCT: 'Conduct of staff (人员服务态度).',
  BUILDING_QUALITY: 'Defects that the developer answers for (房屋质量, 开发商).',
  FORMALITIES: 'Certificates, cards, passes and other formalities (手续办理, R-REC-13).',
  HOUSEHOLD_SERVICE: 'Chargeable repair and housekeeping services (有偿便民服务, R-ORG-44).',
  COMMUNITY: 'Community life and activities (社区活动).',
  SAFETY_OF_PERSONS: 'Danger to persons, help wanted at once (人身安全).',
  OTHER: 'Whatever fits nowhere else (其他).',
} as const;
export type StandardCategory = keyof typeof STANDARD_CATEGORIES;

/** The codes alone, in the order of the list. */
export const STANDARD_CATEGORY_CODES = Object.keys(STANDARD_CATEGORIES) as StandardCategory[];
