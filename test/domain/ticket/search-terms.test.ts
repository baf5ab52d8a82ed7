import { describe, expect, test } from '@jest/globals';
import { searchTerms } from '../../../src/domain/ticket/search-terms.js';

describe('what a text is searched by', () => {
  test.each([
    ['漏水', ['漏水'], '漏水'],
    ['厨房 漏水', ['厨房', '漏水'], '厨房 漏水'],
    ['厨房，漏水！', ['厨房', '漏水'], '厨房,漏水!'],
    ['Ｂ２栋　ＬＥＡＫ', ['b2栋', 'leak'], 'b2栋 leak'],
    ['ﾄｲﾚ', ['トイレ'], 'トイレ'],
    ['  E01-R26-00042 ', ['e01', 'r26', '00042'], 'e01-r26-00042'],
    ['50%_水管', ['50', '水管'], '50%_水管'],
    ['灯 漏水', ['灯', '漏水'], '灯 漏水'],
    ['漏水 漏水', ['漏水'], '漏水 漏水'],
    ['𠮷野家', ['𠮷野家'], '𠮷野家'],
  ])('%s', (text, terms, whole) => {
    expect(searchTerms(text)).toEqual({ terms, whole });
  });

  test.each(['灯', '𠮷', '%%%', '_', '。', '灯 水', ' '])('%s is too little to look up', (text) => {
    expect(searchTerms(text)).toBeNull();
  });
});
