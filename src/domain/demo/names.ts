import type { Random } from './random.js';

const SURNAMES = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕');
const GIVEN = Array.from(
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文海波晨宇欣怡子涵浩然思远嘉琪梓萱俊熙雨桐诗涵博文',
);
const COMPOUND = ['欧阳', '司马', '诸葛', '上官'];
const TRADES = ['便利店', '咖啡', '口腔诊所', '药房', '理发店', '教育咨询', '房产经纪', '水果行', '洗衣店', '健身'];
const BRANDS = ['康宁', '晨光', '悦来', '福满', '鸿运', '春田', '安和', '百味', '佳美', '同济'];
const MOBILE = ['130', '132', '135', '136', '138', '139', '150', '156', '158', '177', '186', '188', '199'];

/** A person's name: surname and one or two characters. */
export function personName(random: Random): string {
  const surname = random.chance(0.01) ? random.pick(COMPOUND) : random.pick(SURNAMES);
  return surname + random.pick(GIVEN) + (random.chance(0.65) ? random.pick(GIVEN) : '');
}

/** A firm's name. */
export const firmName = (random: Random): string => `${random.pick(BRANDS)}${random.pick(TRADES)}`;

/** A mobile number of eleven digits. */
export const mobileNumber = (random: Random): string =>
  random.pick(MOBILE) + String(random.int(0, 99_999_999)).padStart(8, '0');
