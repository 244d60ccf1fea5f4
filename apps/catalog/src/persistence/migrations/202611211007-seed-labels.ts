import type { MigrationInterface, QueryRunner } from 'typeorm';
import { KNOWN_AMENITIES } from '../seeds/known-amenities';
import { KNOWN_CATEGORIES } from '../seeds/known-categories';

/** The categories and amenities that have names in both languages; listings may use others. */
export class SeedLabels202611211007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `INSERT INTO category (code, name_en, name_ru, kinds, place)
       SELECT code, en, ru, kinds, place FROM jsonb_to_recordset($1::jsonb) AS known (code text, en text, ru text, kinds text[], place int)`,
      [JSON.stringify(KNOWN_CATEGORIES.map((category, place) => ({ ...category, place })))],
    );
    await runner.query(
      `INSERT INTO amenity (code, name_en, name_ru) SELECT code, en, ru FROM jsonb_to_recordset($1::jsonb) AS known (code text, en text, ru text)`,
      [JSON.stringify(KNOWN_AMENITIES.map(([code, en, ru]) => ({ code, en, ru })))],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM amenity; DELETE FROM category');
  }
}
