import * as fc from 'fast-check';
import { type Aftermath, differentAnswersToOneCommand, expectedAftermath, whatIsWrong } from './judgement';

const journey = { name: 'a journey', mark: 'mark', listingId: 'a listing', bookingId: 'a booking', guest: { id: 'a guest' }, landlord: { id: 'a landlord' } };
const whole = expectedAftermath(journey);
const lists = (Object.keys(whole) as (keyof Aftermath)[]).filter((part): part is Exclude<keyof Aftermath, 'ratingCount'> => part !== 'ratingCount');

describe('the judgement of a journey', () => {
  it('finds nothing wrong where everything is there once', () => {
    expect(whatIsWrong(journey, whole)).toEqual([]);
  });

  it('sees whatever is lost', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lists), fc.nat(), (part, at) => {
        const kept = whole[part].filter((_, index) => index !== at % whole[part].length);
        expect(whatIsWrong(journey, { ...whole, [part]: kept })).toEqual([{ sentence: expect.stringContaining(`a journey: ${part}`), lost: 1, doubled: 0 }]);
      }),
    );
  });

  it('sees whatever is there twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lists), fc.nat(), (part, at) => {
        const index = at % whole[part].length;
        const doubled = [...whole[part].slice(0, index + 1), ...whole[part].slice(index)];
        expect(whatIsWrong(journey, { ...whole, [part]: doubled })).toEqual([expect.objectContaining({ lost: 0, doubled: 1 })]);
      }),
    );
  });

  it('sees a rating that counts a review twice', () => {
    expect(whatIsWrong(journey, { ...whole, ratingCount: 2 })).toEqual([{ sentence: 'a journey: ratingCount should be 1 and are 2', lost: 0, doubled: 1 }]);
  });
});

describe('the judgement of a history', () => {
  const command = { traveller: 'somebody', step: 'books', idempotencyKey: 'a key', status: 201, id: 'one' };

  it('allows a command to be answered again with the same thing', () => {
    expect(differentAnswersToOneCommand([{ ...command, status: 503, id: undefined }, command, command, { ...command, idempotencyKey: 'another key', id: 'two' }])).toEqual([]);
  });

  it('sees a command that was carried out twice', () => {
    expect(differentAnswersToOneCommand([command, { ...command, id: 'two' }])).toEqual(['somebody: books made one and then two']);
  });
});
