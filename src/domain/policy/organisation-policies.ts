import { ROLES } from '../identity/role.js';
import { CALENDAR_REGIONS } from '../calendar/working-calendar.js';
import { policy } from './policy-definition.js';
import { choice, fields, flag, integer, nullable, text, textByName } from './setting-shape.js';

const role = choice(...ROLES);
const wayOfChange = choice('APPROVED', 'DIRECT');
const years = nullable(integer('YEARS', 0, 100));

/**
 * Posts, lines, records, calendar.
 * @rule R-ORG-78, R-ESC-02, P-26, P-32, P-34, P-35, Q-16, Q-26, Q-37, Q-43, D-18
 */
export const organisationPolicies = {
  'P-26': policy({
    title: 'Titles that the company gives to roles',
    titleZh: '岗位名称',
    shape: textByName(ROLES, 40),
    default: {},
    estateMayOverride: true,
    rules: ['R-ORG-04'],
    section: 45,
  }),
  'P-32': policy({
    title: 'Years for which records are kept, by kind; null keeps them for ever',
    titleZh: '档案保存年限',
    shape: fields({ minutes: years, notices: years, customerFiles: years }),
    default: { minutes: 1, notices: 1, customerFiles: null },
    estateMayOverride: false,
    rules: ['R-ARC-15', 'R-ARC-17'],
    section: 45,
  }),
  'P-34': policy({
    title: 'Whom the front desk answers to, and who may direct its work beside',
    titleZh: '前台上级',
    shape: fields({ line: role, functional: nullable(role) }),
    default: { line: 'SERVICE_MANAGER', functional: 'STEWARD' },
    estateMayOverride: true,
    rules: ['R-ORG-09', 'R-ORG-10', 'R-ORG-12'],
    section: 45,
  }),
  'P-35': policy({
    title: 'Whom the service centre answers to, and who stands above',
    titleZh: '服务中心上级',
    shape: fields({ line: role, above: role }),
    default: { line: 'ESTATE_MANAGER', above: 'COMPANY_LEADER' },
    estateMayOverride: true,
    rules: ['R-ORG-01', 'R-ORG-02', 'R-ORG-09'],
    section: 45,
  }),
  'R-ORG-78': policy({
    title: 'Days for which head office may read a customer by name under one grant, at most',
    titleZh: '总部查看客户实名的最长期限',
    shape: integer('DAYS', 1, 30),
    default: 3,
    estateMayOverride: false,
    rules: ['R-ORG-78', 'R-ORG-77'],
    section: 49,
  }),
  'R-ESC-02': policy({
    title: 'What head office is told of at once, beside what it is asked for',
    titleZh: '即时知会品质管理部的事项',
    shape: fields({ majorComplaints: flag, injuries: flag, media: flag }),
    default: { majorComplaints: true, injuries: true, media: true },
    estateMayOverride: false,
    rules: ['R-ESC-02', 'R-CMP-13', 'R-CMP-14'],
    section: 49,
  }),
  'Q-16': policy({
    title: 'Whose public holidays the working calendar follows',
    titleZh: '工作日历',
    shape: choice(...CALENDAR_REGIONS),
    default: 'CN',
    estateMayOverride: true,
    rules: ['R-MET-10'],
    section: 49,
  }),
  'Q-26': policy({
    title: 'Title of the clerk of the service centre',
    titleZh: '文员岗位名称',
    shape: text(40),
    default: 'Centre clerk',
    estateMayOverride: true,
    rules: ['R-ORG-53'],
    section: 49,
  }),
  'Q-37': policy({
    title: 'Day of the year by which last year’s files are sealed',
    titleZh: '档案封存截止日',
    shape: choice('12-31', '01-31'),
    default: '12-31',
    estateMayOverride: false,
    rules: ['R-ARC-16'],
    section: 49,
  }),
  'Q-43': policy({
    title: 'Whether a deputy may review for an absent head of department, and who names the deputy',
    titleZh: '部门负责人代理',
    shape: fields({ allowed: flag, namedBy: role }),
    default: { allowed: true, namedBy: 'ESTATE_MANAGER' },
    estateMayOverride: false,
    rules: ['R-NTC-02', 'R-ORG-68'],
    section: 49,
  }),
  'D-18': policy({
    title:
      'Whether settings change with a second person’s approval or by one person; this setting always with approval',
    titleZh: '制度参数变更方式',
    shape: fields({ company: wayOfChange, estates: wayOfChange }),
    default: { company: 'APPROVED', estates: 'APPROVED' },
    estateMayOverride: false,
    rules: ['R-ORG-68', 'D-18'],
    section: 50,
  }),
};
