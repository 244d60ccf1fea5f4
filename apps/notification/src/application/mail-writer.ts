import { Injectable } from '@nestjs/common';
import { ShortLinks } from '../clients/short-links';
import { NotificationConfig } from '../config';
import { type Mail, asSingleLine } from '../domain/mail';
import type { ClaimedDelivery } from '../persistence/delivery.store';
import { UnsubscriptionStore } from '../persistence/unsubscription.store';
import { renderDigest, renderMail } from '../templates/render';
import type { TemplateId } from '../templates/wording';

/** Writes the mail of a delivery when its turn has come. */
@Injectable()
export class MailWriter {
  constructor(
    private readonly config: NotificationConfig,
    private readonly shortLinks: ShortLinks,
    private readonly unsubscriptions: UnsubscriptionStore,
  ) {}

  async write({ id, personId, template, locale, address, name, letter }: ClaimedDelivery): Promise<Mail> {
    const { content, isMandatory } = letter;
    const [link, unsubscribeUrl] = await Promise.all([this.linkTo(letter), this.unsubscribeUrlOf(personId, letter)]);
    // Templates are kept by the words this service itself has written there.
    const items = letter.items?.map(({ path, ...item }) => ({ ...item, link: `${this.config.publicUrl}${path}` }));
    const words = items ? renderDigest({ locale, items, link, unsubscribeUrl }) : renderMail({ template: template as TemplateId, locale, content, link, isMandatory, unsubscribeUrl });
    return { id, to: { address, name: asSingleLine(name) }, ...words, unsubscribeUrl };
  }

  /** Where mails of this type are declined; what is mandatory cannot be, and account mails are of no type. */
  private async unsubscribeUrlOf(personId: string, { type, isMandatory }: ClaimedDelivery['letter']): Promise<string | undefined> {
    if (type === undefined || isMandatory) return undefined;
    const token = await this.unsubscriptions.keep(personId, type);
    return token === undefined ? undefined : `${this.config.publicUrl}/unsubscribe/${token}`;
  }

  /** A link that opens an account stays long: a shortener keeps what it is given, and this must be kept nowhere. */
  private async linkTo({ path, isSecret }: ClaimedDelivery['letter']): Promise<string> {
    const url = `${this.config.publicUrl}${path}`;
    return isSecret ? url : this.shortLinks.shorten(url);
  }
}
