import type { LinkStatsView } from '@bookable/contracts-url-shortener';
import { Database, deleteInBatches } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { ClickCount, CountryCount } from '../domain/click-count';

const HOSTS_OF_A_DAY = 1_000;

/**
 * The batch and its counts go in together or not at all; a batch that is known adds nothing. Visitors choose what they
 * send as referrer, so that after so many hosts of a link in a day new ones are counted as unknown.
 */
const ADD_BATCH = `
  WITH batch AS (INSERT INTO click_batch (id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING id),
    counted AS (
      SELECT count.* FROM unnest($2::text[], $3::date[], $4::text[], $5::boolean[], $6::integer[]) AS count (code, day, host, by_robot, clicks)
      JOIN link USING (code) CROSS JOIN batch WHERE link.removed_at IS NULL),
    full_day AS (
      SELECT code, day FROM click_count JOIN (SELECT DISTINCT code, day FROM counted) AS touched USING (code, day)
      GROUP BY code, day HAVING count(*) >= ${HOSTS_OF_A_DAY}),
    placed AS (
      SELECT code, day, by_robot, clicks,
        CASE WHEN (code, day) IN (SELECT code, day FROM full_day)
          AND NOT EXISTS (SELECT FROM click_count AS known WHERE (known.code, known.day, known.referrer_host) = (counted.code, counted.day, counted.host))
          THEN '' ELSE host END AS host
      FROM counted),
    by_country AS (
      INSERT INTO click_country (code, day, country, clicks)
      SELECT code, day, country, clicks FROM unnest($7::text[], $8::date[], $9::text[], $10::integer[]) AS count (code, day, country, clicks)
      JOIN link USING (code) CROSS JOIN batch WHERE link.removed_at IS NULL ORDER BY code, day, country
      ON CONFLICT (code, day, country) DO UPDATE SET clicks = click_country.clicks + excluded.clicks)
  INSERT INTO click_count (code, day, referrer_host, by_robot, clicks)
  SELECT code, day, host, by_robot, sum(clicks) FROM placed GROUP BY code, day, host, by_robot ORDER BY code, day, host, by_robot
  ON CONFLICT (code, day, referrer_host, by_robot) DO UPDATE SET clicks = click_count.clicks + excluded.clicks`;

const STATS = `
  WITH own AS (SELECT code FROM link WHERE code = $1 AND owner_id = $2 AND removed_at IS NULL),
    counted AS (SELECT day, referrer_host, by_robot, clicks FROM click_count JOIN own USING (code)),
    by_day AS (SELECT day, sum(clicks)::int AS clicks FROM counted WHERE NOT by_robot GROUP BY day),
    by_host AS (SELECT referrer_host AS host, sum(clicks)::int AS clicks FROM counted WHERE NOT by_robot GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 100)
  SELECT
    (SELECT coalesce(sum(clicks), 0)::int FROM counted WHERE NOT by_robot) AS clicks,
    (SELECT coalesce(sum(clicks), 0)::int FROM counted WHERE by_robot) AS "botClicks",
    (SELECT coalesce(json_agg(json_build_object('day', day, 'clicks', clicks) ORDER BY day), '[]') FROM by_day) AS "byDay",
    (SELECT coalesce(json_agg(json_build_object('host', host, 'clicks', clicks) ORDER BY clicks DESC, host), '[]') FROM by_host) AS referrers,
    (SELECT coalesce(json_agg(json_build_object('country', nullif(country, ''), 'clicks', clicks) ORDER BY clicks DESC, country), '[]')
      FROM (SELECT country, sum(clicks)::int AS clicks FROM click_country JOIN own USING (code) GROUP BY country) AS by_country) AS countries
  FROM own`;

function columnsOf<Row>(rows: readonly Row[], keys: readonly (keyof Row)[]): unknown[][] {
  return keys.map((key) => rows.map((row) => row[key]));
}

/** Keeps how often links were followed. */
@Injectable()
export class ClickStore {
  constructor(private readonly database: Database) {}

  async add(batchId: string, counts: readonly ClickCount[], countries: readonly CountryCount[]): Promise<void> {
    const ofCounts = columnsOf(counts, ['code', 'day', 'referrerHost', 'byRobot', 'clicks']);
    const ofCountries = columnsOf(countries, ['code', 'day', 'country', 'clicks']);
    await this.database.query(ADD_BATCH, [batchId, ...ofCounts, ...ofCountries], { name: 'add-clicks' });
  }

  /** Nothing is answered where the link is not this person's. */
  async statsOf(code: string, ownerId: string): Promise<LinkStatsView | undefined> {
    const [stats] = await this.database.query<LinkStatsView>(STATS, [code, ownerId]);
    return stats;
  }

  /** Forgets which batches were counted; nobody sends so old a batch again. */
  async forgetBatchesBefore(moment: Date): Promise<void> {
    await deleteInBatches(this.database, { table: 'click_batch', where: 'counted_at < $1' }, [moment]);
  }

  /** Forgets how often links were followed on days before this one. */
  async forgetDaysBefore(moment: Date): Promise<void> {
    const day = moment.toISOString().slice(0, 10);
    for (const table of ['click_count', 'click_country']) await deleteInBatches(this.database, { table, where: 'day < $1::date' }, [day]);
  }
}
