import { toBuffer, toString } from 'qrcode';

/** Whether somebody may read it through a coffee stain: a quarter of it may be lost. */
const SPARE = 'Q';
const MARGIN_MODULES = 4;
const WIDTH_PIXELS = 512;

/** What a QR code can be had as, and how that is called on the web. */
export const PICTURE_TYPES = { png: 'image/png', svg: 'image/svg+xml' } as const;
/** One of them. */
export type PictureForm = keyof typeof PICTURE_TYPES;

/** An address as a QR code (ISO/IEC 18004), black on white with the margin that readers need. */
export async function pictureOf(url: string, form: PictureForm): Promise<Buffer> {
  const options = { errorCorrectionLevel: SPARE, margin: MARGIN_MODULES } as const;
  if (form === 'svg') return Buffer.from(await toString(url, { ...options, type: 'svg' }));
  return toBuffer(url, { ...options, type: 'png', width: WIDTH_PIXELS });
}
