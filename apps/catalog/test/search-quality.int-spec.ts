import { newId } from '@bookable/kernel';
import { aContext } from '@bookable/platform-testing';
import { criteriaOf } from '../src/domain/read-criteria';
import { SearchReader } from '../src/persistence/search/search.reader';
import { CatalogDesk } from './catalog-desk';
import { QUALITY_CORPUS } from './quality-corpus';
import { anApartment } from './sample-listings';

/** What is asked, and all that is to be found, in this order; where words tell nothing apart, the newest come first. */
type Case = readonly [why: string, q: string, found: readonly string[]];

const ENGLISH: readonly Case[] = [
  ['a word of a title', 'penthouse', ['penthouse']],
  ['the title before the description', 'loft', ['loft', 'cottage']],
  ['several words', 'luxury terrace', ['penthouse']],
  ['the words in the wrong order', 'river loft sunny', ['loft']],
  ['words of title and description together', 'penthouse pool', ['penthouse']],
  ['a plural for a singular', 'penthouses', ['penthouse']],
  ['a singular for a plural', 'castle', ['loft', 'penthouse']],
  ['a plural as it is written, first', 'castles', ['penthouse', 'loft']],
  ['an irregular ending', 'batteries', ['drill']],
  ['the singular of an irregular ending', 'battery', ['drill']],
  ['another form of the verb', 'camp', ['tent']],
  ['capitals', 'LUXURY PENTHOUSE', ['penthouse']],
  ['words that say nothing beside one that does', 'the loft in a river', ['loft']],
  ['an apostrophe', "fisherman's", ['cottage']],
  ['an apostrophe left out', 'fisherman', ['cottage']],
  ['a typographic apostrophe', 'fisherman’s cottage', ['cottage']],
  ['a hyphen left out', 'wifi', ['coworking', 'studio']],
  ['a hyphen put in', 'wi-fi', ['studio', 'coworking']],
  ['a hyphen for a blank', 'well equipped', ['studio']],
  ['a joined word for a hyphenated one', 'coworking', ['coworking']],
  ['a hyphenated word', 'co-working', ['coworking']],
  ['its parts', 'co working', ['coworking']],
  ['an accent left out', 'zurich', ['houseboat']],
  ['an accent put in', 'cáfe', ['houseboat']],
  ['an accent as a sign of its own', 'Sofi\u0301a', ['villa']],
  ['a diaeresis left out', 'naive', ['houseboat']],
  ['a German sharp s', 'strasse', ['strasse']],
  ['umlauts left out', 'schonhauser', ['strasse']],
  ['a ligature', 'oﬃce', ['office']],
  ['letters of full width', 'ｏｆｆｉｃｅ', ['office']],
  ['digits', '2001', ['kubrick']],
  ['letters and digits', 'gsr18', ['drill']],
  ['a number with its unit', '85mm', ['camera']],
  ['a number by itself', 'tent 4', ['tent']],
  ['signs between words', 'kubrick: 2001!', ['kubrick']],
  ['a slash', '24/7', ['coworking']],
  ['a letter too few', 'penthose', ['penthouse']],
  ['a letter too many', 'bicyccle', ['hostel']],
  ['a wrong letter', 'houseboit', ['houseboat']],
  ['letters that changed places', 'hotsel', ['hostel']],
  ['two slips in a long word', 'backpakkerz', ['hostel']],
  ['nothing for two slips in a short word', 'camraa', []],
  ['a slip beside a word without one', 'jaz evening', []],
  ['a slip in a word of four letters', 'jazs', ['jazz']],
  ['a Cyrillic letter among Latin ones', 'сamera', ['camera']],
  ['a Latin word that its owner wrote with a Cyrillic letter', 'cottage sauna', ['homoglyph']],
  ['a word of which another has more letters', 'tents', ['tent']],
  ['nothing for a word that nobody has written', 'xylophone', []],
  ['nothing where one of the words is missing', 'loft submarine', []],
  ['nothing for signs', '?!', []],
];

const RUSSIAN: readonly Case[] = [
  ['a word of a title', 'квартира', ['tworoom', 'flat']],
  ['the accusative', 'квартиру', ['tworoom', 'flat']],
  ['the genitive plural', 'квартир', ['tworoom', 'flat']],
  ['an adjective in another case', 'уютную квартиру', ['flat']],
  ['an adjective of another gender', 'уютный', ['flat']],
  ['е for ё', 'елки', ['flat']],
  ['ё for е', 'сосёди', ['piter']],
  ['another form of a word with ё', 'ёлка', ['flat']],
  ['е for ё within a word', 'березовая', ['house']],
  ['the instrumental', 'баней', ['house']],
  ['the nominative of it', 'баня', ['house']],
  ['the singular of a plural', 'доска', ['boards']],
  ['a hyphenated name', 'Санкт-Петербург', ['piter']],
  ['the same with a blank', 'санкт петербург', ['piter']],
  ['the same joined', 'санктпетербург', ['piter']],
  ['a part of it in another case', 'комната в Петербурге', ['piter']],
  ['a number and a word', '2 комнатная', ['tworoom']],
  ['the same with a hyphen', '2-комнатную', ['tworoom']],
  ['the words in the wrong order', 'кино советское вечер', ['cinema']],
  ['the title before the description', 'кино', ['cinema', 'projector']],
  ['a preposition that says nothing', 'дом на озере', ['house']],
  ['capitals', 'ГОРНЫЙ ВЕЛОСИПЕД', ['bicycle']],
  ['a verb in another form', 'играть', ['board']],
  ['a letter too few', 'велосипд', ['bicycle']],
  ['a letter too many', 'прроектор', ['projector']],
  ['a wrong letter', 'апортаменты', ['apartments']],
  ['letters that changed places', 'кваритра', ['tworoom', 'flat']],
  ['и for й', 'горныи', ['bicycle']],
  ['two slips in a long word', 'настолные игрыы', ['board']],
  ['a Latin letter among Cyrillic ones', 'бaлкон', ['apartments']],
  ['a hyphen left out', 'сап доски', ['boards']],
  ['a hyphen left out without a blank', 'сапдоски', ['boards']],
  ['a name in the genitive', 'Тарковский', ['cinema']],
  ['nothing for a word that nobody has written', 'бегемот', []],
];

describe('the quality of search', () => {
  let desk: CatalogDesk;

  beforeAll(async () => {
    desk = await CatalogDesk.open();
    const host = desk.as(newId());
    for (const [title, description] of Object.values(QUALITY_CORPUS)) await desk.create(anApartment({ title, description }), host);
  });
  afterAll(() => desk.postgres.stop());

  const nameOf = (title: string) => Object.entries(QUALITY_CORPUS).find(([, [known]]) => known === title)![0];
  const found = async (q: string) => (await desk.search({ q })).items.map(({ title }) => nameOf(title));

  it('is judged by enough cases', () => expect(ENGLISH.length + RUSSIAN.length).toBeGreaterThanOrEqual(60));
  it.each(ENGLISH)('in English: %s (%s)', async (_why, q, expected) => expect(await found(q)).toEqual(expected));
  it.each(RUSSIAN)('in Russian: %s (%s)', async (_why, q, expected) => expect(await found(q)).toEqual(expected));

  it.each([
    ['a word', 'jazs', true],
    ['after a word too long to be a slip', `${'longword'.repeat(5)} jazs`, true],
    ['within forty letters of words that nobody uses', 'qwrtypsdfghjklzxcvbn qwrtypsdfghjklzx jazs', true],
    ['after forty letters of words that nobody uses', 'qwrtypsdfghjklzxcvbn qwrtypsdfghjklzxc jazs', false],
    ['after thousands of letters', 'q'.repeat(5_000) + ' qwrtypsdfghjklzxcvbn qwrtypsdfghjklzxc jazs', false],
  ])('forgives a slip in %s, so that what is pasted in costs no more than a few slips', async (_what, q, isForgiven) => {
    const [row] = await desk.postgres.database.query<{ wanted: string }>('SELECT catalog.search_words($1)::text AS wanted', [q]);
    expect(row!.wanted.includes("'jazz'")).toBe(isForgiven);
  });

  describe('where words tell nothing apart', () => {
    const at = (lat: number) => ({ location: { city: 'Riga', lat, lng: 24.1 } });
    const rate = (listingId: string, average: number, count: number) =>
      desk.copies.rating({ subject: 'listing', subjectId: listingId, average, count, histogram: [0, 0, 0, 0, count], version: 1 }, aContext());

    it('prefers what many liked, then what lies near, and neither outweighs a title', async () => {
      const host = desk.as(newId());
      const make = (title: string, description: string, lat: number) => desk.create(anApartment({ title, description, ...at(lat) }), host);
      const liked = await make('Gazebo', 'Far and loved', 58);
      const near = await make('Gazebo', 'Near and new', 56.95);
      const disliked = await make('Gazebo', 'Far and loathed', 58);
      const told = await make('Garden', 'There is a gazebo, near and loved', 56.95);
      await rate(liked.id, 5, 200);
      await rate(disliked.id, 1, 200);
      await rate(told.id, 5, 1000);
      const ids = async (asked: object) => (await desk.search({ q: 'gazebo', ...asked })).items.map(({ id }) => id);
      expect(await ids({})).toEqual([liked.id, near.id, disliked.id, told.id]);
      expect(await ids({ lat: 56.95, lng: 24.1 })).toEqual([near.id, liked.id, disliked.id, told.id]);
    });

    it('has those with all the words in the title before all others, however they are read in pages', async () => {
      const host = desk.as(newId());
      for (let n = 0; n < 9; n += 1) {
        const [title, description] = n % 3 === 0 ? [`Belvedere ${'and a big '.repeat(n)}conservatory`, 'Far apart'] : [`Belvedere ${n}`, 'With a conservatory, belvedere, conservatory'];
        const { id } = await desk.create(anApartment({ title, description, ...at(56 + n / 7) }), host);
        await rate(id, n % 3 === 0 ? 1 : 5, 500);
      }
      const pagesOf = async (limit: number) => {
        const read: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await desk.search({ q: 'belvedere conservatory', lat: 56.2, lng: 24.1, limit, cursor });
          read.push(...page.items.map(({ title }) => title));
          cursor = page.nextCursor ?? undefined;
        } while (cursor);
        return read;
      };
      const whole = await pagesOf(50);
      expect(whole.map((title) => title.includes('conservatory'))).toEqual([true, true, true, false, false, false, false, false, false]);
      for (const limit of [1, 2, 3, 4]) expect(await pagesOf(limit)).toEqual(whole);
    });

    it('goes by rating alone where the best hardly have a word that yet too many have, and repeats none from page to page', async () => {
      const { id } = await desk.create(anApartment({ title: 'Thimble', description: 'Small', ...at(56) }), desk.as(newId()));
      const copy = (count: number, document: string, rating: string) => `
        WITH made AS (INSERT INTO listing SELECT copied.* FROM listing AS l, generate_series(1, ${count}) AS n, jsonb_populate_record(l, jsonb_build_object('id', md5('${count} ' || n))) AS copied WHERE l.id = $1 RETURNING id),
        summed AS (INSERT INTO listing_summary SELECT made.id, summary FROM made, listing_summary WHERE listing_id = $1)
        INSERT INTO search_entry SELECT copied.* FROM (SELECT id, row_number() OVER () AS n FROM made) AS made, search_entry AS e,
          jsonb_populate_record(e, jsonb_build_object('listing_id', made.id, 'document', ${document}, 'rating_average', ${rating}, 'rating_count', 1)) AS copied WHERE e.listing_id = $1`;
      await desk.postgres.database.query(copy(600, `''`, '5'), [id]);
      await desk.postgres.database.query(copy(2_050, 'document::text', 'n * 0.001'), [id]);
      const reader = new SearchReader(desk.postgres.database);
      const read: string[] = [];
      let after: readonly (string | number)[] | undefined;
      for (const rating of [2.041, 2.031, 2.021]) {
        const page = await reader.find(criteriaOf({ q: 'thimble' }), { now: desk.clock.time }, { limit: 10, after });
        read.push(...page.items.map((item) => item.id));
        after = page.lastKey;
        expect(after).toEqual([-1, rating, 1, read.at(-1)]);
      }
      expect(new Set(read).size).toBe(30);
    });

    it('reads every listing once, page by page, by a figure that the cursor gives back exactly', async () => {
      const host = desk.as(newId());
      const made: string[] = [];
      for (let n = 0; n < 12; n += 1) {
        const { id } = await desk.create(anApartment({ title: `Pergola ${'green '.repeat(n % 3)}`, description: 'A pergola', ...at(56 + n / 7) }), host);
        if (n % 4 !== 0) await rate(id, 1 + (n % 5) * 0.77, n);
        made.push(id);
      }
      const read: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await desk.search({ q: 'pergola', lat: 56.3, lng: 24.05, limit: 1, cursor });
        read.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined && read.length < 20);
      expect([...read].sort()).toEqual(made.sort());
      expect(read).toEqual((await desk.search({ q: 'pergola', lat: 56.3, lng: 24.05, limit: 50 })).items.map(({ id }) => id));
    });
  });
});
