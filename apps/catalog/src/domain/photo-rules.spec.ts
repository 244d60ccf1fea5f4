import fc from 'fast-check';
import { MOST_PHOTOS, orderNamesEveryPhotoOnce, photosFit } from './photo-rules';

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 8 });

describe('an order of photos', () => {
  it('is any permutation of them', () => {
    fc.assert(fc.property(ids.chain((present) => fc.tuple(fc.constant(present), fc.shuffledSubarray(present, { minLength: present.length }))), ([present, order]) => orderNamesEveryPhotoOnce(order, present)));
  });

  it('is nothing that leaves one out, names one twice or names another', () => {
    fc.assert(
      fc.property(ids.filter((present) => present.length > 0), (present) => {
        const [first = '', ...rest] = present;
        return ![rest, [...present, first], [...rest, `${first}-other`], [...rest, rest[0] ?? 'other']].some((order) => orderNamesEveryPhotoOnce(order, present));
      }),
    );
  });

  it('is about thirty photos at most', () => {
    expect([photosFit(MOST_PHOTOS - 1, 1), photosFit(MOST_PHOTOS, 0), photosFit(MOST_PHOTOS, 1)]).toEqual([true, true, false]);
  });
});
