import { CreateListingRequest } from '@bookable/contracts-catalog';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { days, hoursOfNextMonday } from './demo-days';
import { demoOffers } from './demo-offers';

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((count) => Temporal.PlainDate.from('2024-02-28').add({ days: count }));

describe('the demo set', () => {
  it('shows every kind that people offer themselves', () => {
    const kinds = Object.values(demoOffers(Temporal.PlainDate.from('2026-11-21'))).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['apartment', 'item', 'workspace', 'event']));
  });

  it('is made of listings that the public door takes, on whatever day it is loaded', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        for (const offer of Object.values(demoOffers(today))) {
          const request = plainToInstance(CreateListingRequest, JSON.parse(JSON.stringify(offer)) as object);
          expect(validateSync(request, { whitelist: true, forbidNonWhitelisted: true })).toEqual([]);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('asks for nothing that lies in the past, and for desks when they are open', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), (today, first, count) => {
        const { from, to } = days(today, first, count);
        expect(Temporal.PlainDate.compare(from, today)).toBe(1);
        expect(Temporal.PlainDate.from(from).until(to).days).toBe(count);
        const desk = hoursOfNextMonday(today);
        const [opens, closes] = [desk.from, desk.to].map((at) => Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Moscow'));
        expect([opens!.dayOfWeek, opens!.hour, closes!.hour]).toEqual([1, 10, 12]);
        expect(Temporal.PlainDate.compare(opens!.toPlainDate(), today)).toBe(1);
      }),
    );
  });
});
