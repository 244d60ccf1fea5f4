import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mailGallery } from './mail-gallery';

const FOLDER = join(__dirname, '../../../docs/mails');

/** Writes a page of all mails for each language; with `--check` it only says whether those that are kept are current. */
function main(isCheck: boolean): void {
  mkdirSync(FOLDER, { recursive: true });
  for (const locale of ['en', 'ru'] as const) {
    const file = join(FOLDER, `${locale}.html`);
    const page = mailGallery(locale);
    if (!isCheck) writeFileSync(file, page);
    else if (readFileSync(file, 'utf8') !== page) {
      console.error(`docs/mails/${locale}.html is not what the templates say; run: npm run mails`);
      process.exitCode = 1;
    }
  }
}

main(process.argv.includes('--check'));
