import sharp from 'sharp';

/** A picture of one colour; `gps` gives it EXIF data with a place, and `orientation` a turn. */
export function picture(
  options: {
    readonly format?: 'jpeg' | 'png' | 'webp';
    readonly width?: number;
    readonly height?: number;
    readonly colour?: string;
    readonly exif?: boolean;
    readonly orientation?: number;
  } = {},
): Promise<Buffer> {
  const { format = 'jpeg', width = 800, height = 400, colour = '#2266aa', exif = false, orientation } = options;
  let made = sharp({ create: { width, height, channels: 3, background: colour } });
  if (exif)
    made = made.withExif({
      IFD0: { Copyright: 'KANARI' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 29/1 0/1' },
    });
  if (orientation !== undefined) made = made.withMetadata({ orientation });
  return made.toFormat(format).toBuffer();
}
