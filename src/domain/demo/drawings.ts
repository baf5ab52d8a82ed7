import type { Random } from './random.js';

/** A drawing as SVG, and its size in pixels. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const PHOTO = { width: 1200, height: 900 };
const PAD = { width: 600, height: 240 };

/** What a technician photographs of one repair: a pipe that drips, and the same with a clamp and dry. */
export function photosOfRepair(random: Random): { readonly before: Drawing; readonly after: Drawing } {
  const wall = `hsl(${random.int(20, 220)}, ${random.int(10, 25)}%, ${random.int(60, 80)}%)`;
  const [x, y] = [random.int(300, 800), random.int(250, 450)];
  const room = `<rect width="1200" height="900" fill="${wall}"/><rect y="700" width="1200" height="200" fill="#8a7f72"/>`;
  const pipe = `<rect y="${y}" width="1200" height="70" fill="#7d8790"/><rect y="${y + 12}" width="1200" height="10" fill="#aab3ba"/>`;
  const drops = Array.from({ length: 9 }, () => {
    const [dx, dy] = [random.int(-60, 60), random.int(90, 430)];
    return `<ellipse cx="${x + dx}" cy="${y + dy}" rx="9" ry="16" fill="#3f7fb5" opacity="0.8"/>`;
  });
  const puddle = `<ellipse cx="${x}" cy="780" rx="${random.int(150, 260)}" ry="36" fill="#3f7fb5" opacity="0.6"/>`;
  const crack = `<path d="M${x - 20} ${y + 8} l18 26 l-10 20" stroke="#222" stroke-width="5" fill="none"/>`;
  const clamp = `<rect x="${x - 55}" y="${y - 12}" width="110" height="94" rx="10" fill="#c8ccd0" stroke="#555" stroke-width="4"/>`;
  return {
    before: drawing(PHOTO, room + pipe + crack + drops.join('') + puddle),
    after: drawing(PHOTO, room + pipe + clamp),
  };
}

/** A name written with a finger, legible to nobody. */
export function handwriting(random: Random): Drawing {
  const strokes = Array.from({ length: 3 }, (_, sign) => {
    const begin = `M${70 + sign * 160} ${random.int(80, 150)}`;
    const curves = Array.from(
      { length: 5 },
      () => `q${random.int(-30, 60)} ${random.int(-70, 70)} ${random.int(5, 34)} ${random.int(-30, 30)}`,
    );
    return `<path d="${begin} ${curves.join(' ')}" stroke="#123" stroke-width="6" stroke-linecap="round" fill="none"/>`;
  });
  return drawing(PAD, `<rect width="600" height="240" fill="#fff"/>${strokes.join('')}`);
}

const drawing = ({ width, height }: typeof PHOTO, content: string): Drawing => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`,
  width,
  height,
});
