import { ROLES } from '../identity/role.js';
import { policy } from './policy-definition.js';
import { choice, choices, fields, flag, integer, sensible, text } from './setting-shape.js';

/** Seals that a notice may carry. */
export const SEALS = ['SERVICE_CENTRE', 'DEPARTMENT', 'COMPANY'] as const;
const role = choice(...ROLES);

/**
 * Notices and letters to customers.
 * @rule D-09, P-04, P-05, P-37, P-40, P-41, Q-20, Q-33
 */
export const noticePolicies = {
  'P-04': policy({
    title: 'Seals that notices may carry, and the usual one',
    titleZh: '通知用章',
    shape: sensible(fields({ usual: choice(...SEALS), allowed: choices(SEALS, 1) }), ({ usual, allowed }) =>
      allowed.includes(usual) ? null : 'must allow the usual seal',
    ),
    default: { usual: 'SERVICE_CENTRE', allowed: ['SERVICE_CENTRE', 'DEPARTMENT', 'COMPANY'] },
    estateMayOverride: false,
    rules: ['R-NTC-16', 'R-ORG-64'],
    section: 45,
  }),
  'P-05': policy({
    title: 'What becomes of a withdrawn notice: its posted copies, and the years for which the original is kept',
    titleZh: '撤回通知的处理',
    shape: fields({ destroyPosted: flag, keepOriginal: integer('YEARS', 0, 30) }),
    default: { destroyPosted: true, keepOriginal: 1 },
    estateMayOverride: false,
    rules: ['R-NTC-19', 'R-ARC-17'],
    section: 45,
  }),
  'P-37': policy({
    title: 'Whether friendly reminders go through the approval of other notices',
    titleZh: '温馨提示审批',
    shape: choice('AS_OTHERS', 'NONE'),
    default: 'AS_OTHERS',
    estateMayOverride: false,
    rules: ['R-NTC-10'],
    section: 45,
  }),
  'P-40': policy({
    title: 'Seal of a payment notice, and who brings it',
    titleZh: '缴费通知用章与送达',
    shape: fields({ seal: choice(...SEALS), deliveredBy: role }),
    default: { seal: 'SERVICE_CENTRE', deliveredBy: 'STEWARD' },
    estateMayOverride: true,
    rules: ['R-FEE-04', 'R-NTC-12'],
    section: 45,
  }),
  'P-41': policy({
    title: 'Lawyer’s letters: who issues them, the ways of service in their order, and what limitation counts from',
    titleZh: '律师函签发与送达',
    shape: fields({
      issuedBy: choice('LAW_FIRM', 'COMPANY'),
      service: choices(['STEWARD', 'POST', 'PUBLIC_NOTICE'], 1),
      limitationFrom: choice('SERVED', 'SENT'),
    }),
    default: { issuedBy: 'LAW_FIRM', service: ['STEWARD', 'POST', 'PUBLIC_NOTICE'], limitationFrom: 'SERVED' },
    estateMayOverride: false,
    rules: ['D-09', 'R-DUN-11', 'R-DUN-17', 'R-FEE-04'],
    section: 50,
  }),
  'Q-20': policy({
    title: 'What a public list of debtors shows; the estate manager approves it',
    titleZh: '欠费公示内容',
    shape: fields({ shows: choice('ROOM_AND_AMOUNT', 'NAME_ROOM_AND_AMOUNT') }),
    default: { shows: 'ROOM_AND_AMOUNT' },
    estateMayOverride: false,
    rules: ['R-DUN-15', 'R-ORG-74'],
    section: 49,
  }),
  'Q-33': policy({
    title: 'Number of a notice, with {estate}, {year} and {number} filled in',
    titleZh: '通知编号格式',
    shape: sensible(text(60), (format) =>
      ['{estate}', '{year}', '{number}'].every((part) => format.split(part).length === 2) &&
      !/[{}]/.test(format.replace(/\{(?:estate|year|number)\}/g, ''))
        ? null
        : 'must contain {estate}, {year} and {number} once each and no other braces',
    ),
    default: '{estate}-{year}-{number}',
    estateMayOverride: false,
    rules: ['R-NTC-14'],
    section: 49,
  }),
};
