import sharp from 'sharp';

/** A small picture in one colour, as a form to be sent with some texts beside it. */
export async function pictureForm(field: 'file' | 'files', texts: Readonly<Record<string, string>> = {}, background = '#88aacc'): Promise<FormData> {
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background } }).jpeg().toBuffer();
  const form = new FormData();
  for (const [name, text] of Object.entries(texts)) form.set(name, text);
  form.set(field, new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'picture.jpg');
  return form;
}
