import { PresenceBoard } from './presence-board';

const arrived = (...users: string[]) => ({ arrived: users, left: [], isWhole: false });
const left = (...users: string[]) => ({ arrived: [], left: users, isWhole: false });
const whole = (...users: string[]) => ({ arrived: users, left: [], isWhole: true });

describe('Who is online', () => {
  it('comes with the first socket anywhere and goes with the last', () => {
    const board = new PresenceBoard();
    expect(board.heard('one', arrived('ann'), 1)).toEqual(['ann']);
    expect(board.heard('two', arrived('ann'), 2)).toEqual([]);
    expect(board.heard('one', left('ann'), 3)).toEqual([]);
    expect(board.isOnline('ann')).toBe(true);
    expect(board.heard('two', left('ann'), 4)).toEqual(['ann']);
    expect([board.isOnline('ann'), board.lastSeen('ann')]).toEqual([false, 4]);
  });

  it('is put right by the next whole account, whatever was missed', () => {
    const board = new PresenceBoard();
    board.heard('one', arrived('ann', 'ben'), 1);
    expect(board.heard('one', whole('ben', 'cid'), 2).sort()).toEqual(['ann', 'cid']);
    expect([board.isOnline('ann'), board.isOnline('ben')]).toEqual([false, true]);
  });

  it('ends with a replica that has said nothing for too long', () => {
    const board = new PresenceBoard();
    board.heard('one', arrived('ann', 'ben'), 1);
    board.heard('two', arrived('ben'), 50);
    expect(board.forgetSilent(40, 'self', 60)).toEqual(['ann']);
    expect([board.isOnline('ann'), board.isOnline('ben')]).toEqual([false, true]);
  });

  it('remembers so many who left, and no more', () => {
    const board = new PresenceBoard(2);
    for (const user of ['ann', 'ben', 'cid']) {
      board.heard('one', arrived(user), 1);
      board.heard('one', left(user), 2);
    }
    expect(['ann', 'ben', 'cid'].map((user) => board.lastSeen(user))).toEqual([undefined, 2, 2]);
  });
});
