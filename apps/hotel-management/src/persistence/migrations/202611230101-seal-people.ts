import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sealed values beside plain ones, which are sealed in the background. A release that knows of no seals goes on with the
 * plain ones meanwhile, so no key seals before it is gone. Each pair has two small indexes, by which the values are found
 * that are still plain, or sealed with a key that is to be given up.
 */
export class SealPeople202611230101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE guest
        ADD COLUMN sealed_birth_date bytea,
        ADD COLUMN sealed_note bytea,
        ALTER COLUMN birth_date DROP NOT NULL,
        ADD CONSTRAINT guest_has_a_birth_date CHECK (birth_date IS NOT NULL OR sealed_birth_date IS NOT NULL);
      CREATE INDEX guest_plain_birth_date ON guest (id) WHERE birth_date IS NOT NULL;
      CREATE INDEX guest_sealed_birth_date ON guest (substring(sealed_birth_date FROM 1 FOR 9));
      CREATE INDEX guest_plain_note ON guest (id) WHERE note IS NOT NULL;
      CREATE INDEX guest_sealed_note ON guest (substring(sealed_note FROM 1 FOR 9));
      ALTER TABLE staff_member ADD COLUMN sealed_birth_date bytea, ADD COLUMN sealed_phone bytea;
      CREATE INDEX staff_member_plain_birth_date ON staff_member (id) WHERE birth_date IS NOT NULL;
      CREATE INDEX staff_member_sealed_birth_date ON staff_member (substring(sealed_birth_date FROM 1 FOR 9));
      CREATE INDEX staff_member_plain_phone ON staff_member (id) WHERE phone IS NOT NULL;
      CREATE INDEX staff_member_sealed_phone ON staff_member (substring(sealed_phone FROM 1 FOR 9));
    `);
  }

  /** Goes back only while nothing is sealed: SQL cannot open what is. */
  async down(runner: QueryRunner): Promise<void> {
    const sealed = await runner.query(`
      SELECT FROM guest WHERE sealed_birth_date IS NOT NULL OR sealed_note IS NOT NULL
      UNION ALL SELECT FROM staff_member WHERE sealed_birth_date IS NOT NULL OR sealed_phone IS NOT NULL LIMIT 1`) as object[];
    if (sealed.length > 0) throw new Error('Values are sealed by now, and would be lost.');
    await runner.query(`
      ALTER TABLE staff_member DROP COLUMN sealed_birth_date, DROP COLUMN sealed_phone;
      ALTER TABLE guest DROP COLUMN sealed_birth_date, DROP COLUMN sealed_note, ALTER COLUMN birth_date SET NOT NULL;
      DROP INDEX guest_plain_birth_date, guest_plain_note, staff_member_plain_birth_date, staff_member_plain_phone`);
  }
}
