const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

/**
 * An amount in the capital numerals of Chinese vouchers (人民币大写): `1005.50` is 壹仟零伍元伍角整. One 零 stands for any row
 * of noughts between digits; 整 follows yuan and jiao, not fen.
 * @param minor fen, from zero
 */
export function capitalAmount(minor: number): string {
  const [yuan, jiao, fen] = [Math.floor(minor / 100), Math.floor(minor / 10) % 10, minor % 10];
  const digit = (value: number): string => DIGITS.charAt(value);
  const whole = yuan === 0 ? '' : `${wholeOf(yuan)}元`;
  if (jiao === 0 && fen === 0) return `${whole || '零元'}整`;
  const tenth = jiao === 0 ? (whole === '' ? '' : '零') : `${digit(jiao)}角`;
  return `${whole}${tenth}${fen === 0 ? '整' : `${digit(fen)}分`}`;
}

function wholeOf(yuan: number): string {
  const digits = String(yuan);
  let [text, isNought] = ['', false];
  for (let i = 0; i < digits.length; i += 1) {
    const place = digits.length - 1 - i;
    const value = Number(digits.charAt(i));
    if (value === 0) isNought = true;
    else {
      text += `${isNought ? '零' : ''}${DIGITS.charAt(value)}${PLACES[place % 4] ?? ''}`;
      isNought = false;
    }
    if (place % 4 === 0 && Number(digits.slice(Math.max(0, i - 3), i + 1)) > 0) {
      text += GROUPS[place / 4] ?? '';
    }
  }
  return text;
}
