import sharp from 'sharp';
import { MOST_PIXELS } from './look-into.js';

/** Longest side of the smaller copy, in pixels. */
const SIDE = 640;

/** The media type of smaller copies. */
export const COPY_TYPE = 'image/webp';

/** The smaller copy of a picture: upright, and without anything of the original's EXIF, place included. */
export const smallerCopy = (picture: Buffer): Promise<Buffer> =>
  sharp(picture, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
    .rotate()
    .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: 60 })
    .webp({ quality: 75 })
    .toBuffer();
