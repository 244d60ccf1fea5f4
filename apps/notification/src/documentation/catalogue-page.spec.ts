import { CATALOGUE } from '../application/catalogue';
import { TYPE_DEFAULTS } from '../domain/notification-types';
import { cataloguePage } from './catalogue-page';

describe('the page of what people are told', () => {
  const page = cataloguePage();
  const lines = page.split('\n');

  it('has a line for every row of the catalogue, which says whom it tells', () => {
    for (const { fact, as, ...row } of CATALOGUE) {
      const words = 'inWordsOf' in row ? row.inWordsOf : as;
      expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^\\| \`${as}\` \\| \`${fact.topic}\` \\| [a-z][a-z, ]+ \\| \`${words ?? as}\` \\|$`)));
    }
  });

  it('has a line for every kind, which says over which channels it is told and whether it may be declined', () => {
    for (const type of Object.keys(TYPE_DEFAULTS)) expect(lines.filter((line) => line.startsWith(`| \`${type}\` |`) && /\| (yes|no) \|$/.test(line))).toHaveLength(1);
    expect(page).toContain('| `session-reuse` | Suspicious sign-ins | Подозрительные входы | app, mail | no |');
    expect(page).toContain('| `booking-confirmed` | `booking.booking.confirmed` | owner, if booked at once | `booking-confirmed-owner` |');
  });
});
