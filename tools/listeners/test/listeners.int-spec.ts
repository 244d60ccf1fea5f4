import 'reflect-metadata';
import { LISTENERS } from '@bookable/contracts-listeners';
import { findListeners } from '../find-listeners';

describe('who listens to what', () => {
  it('is written down as it is in the code; `npm run listeners` writes it anew', async () => {
    expect(await findListeners()).toEqual(LISTENERS);
  });
});
