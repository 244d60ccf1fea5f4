import { factKey } from '../../domain/fact-key';
import type { OpenOffer } from '../../persistence/special-offer.store';
import type { Story } from '../story';

/** What an administrator offers to everybody who agreed, each in their language. */
export const OFFER_STORY: Story<OpenOffer> = {
  key: (topic, { id }) => factKey(topic, id, 'sent'),
  people: () => [],
  content: ({ words }, { locale }) => ({ offerSubject: words[locale].subject, offerText: words[locale].text }),
  destination: ({ id }) => ({ subject: 'listing', subjectId: id, path: '/' }),
};
