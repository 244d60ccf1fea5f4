import type { Hold } from '../../persistence/hotel.store';
import { HotelNeededAlone, besideOthersFirst } from './beside-others-first';

const roomIsGiven = () => Object.assign(new Error('conflicting key value'), { constraint: 'room_is_given_once' });

/** Work whose tries end as told, and how it held the hotel at each of them. */
function workEnding(...faults: readonly (Error | undefined)[]) {
  const holds: Hold[] = [];
  const work = async (hold: Hold): Promise<string> => {
    const fault = faults[holds.push(hold) - 1];
    if (fault) throw fault;
    return 'done';
  };
  return { holds, work };
}

describe('Work in a hotel', () => {
  it('is done beside others where it can be', async () => {
    const { holds, work } = workEnding();
    expect(await besideOthersFirst(work)).toBe('done');
    expect(holds).toEqual(['beside others']);
  });

  it('is done alone where others would have to move', async () => {
    const { holds, work } = workEnding(new HotelNeededAlone());
    expect(await besideOthersFirst(work)).toBe('done');
    expect(holds).toEqual(['beside others', 'alone']);
  });

  it('looks once more where somebody was faster, and then has the hotel to itself', async () => {
    const { holds, work } = workEnding(roomIsGiven(), roomIsGiven());
    expect(await besideOthersFirst(work)).toBe('done');
    expect(holds).toEqual(['beside others', 'beside others', 'alone']);
  });

  it('is not tried again where it is refused or broken', async () => {
    const fault = new Error('There is no such room.');
    const { holds, work } = workEnding(fault);
    await expect(besideOthersFirst(work)).rejects.toBe(fault);
    expect(holds).toEqual(['beside others']);
  });
});
