import { Injectable } from '@nestjs/common';
import { ShortLinks } from '../clients/short-links';
import { NotificationConfig } from '../config';
import { type Mail, asSingleLine } from '../domain/mail';
import type { ClaimedDelivery } from '../persistence/delivery.store';
import { renderMail } from '../templates/render';
import type { TemplateId } from '../templates/wording';

/** Writes the mail of a delivery when its turn has come. */
@Injectable()
export class MailWriter {
  constructor(
    private readonly config: NotificationConfig,
    private readonly shortLinks: ShortLinks,
  ) {}

  async write({ id, template, locale, address, name, letter }: ClaimedDelivery): Promise<Mail> {
    const { content, isMandatory } = letter;
    const link = await this.linkTo(letter);
    // Templates are kept by the words this service itself has written there.
    const words = renderMail({ template: template as TemplateId, locale, content, link, isMandatory });
    return { id, to: { address, name: asSingleLine(name) }, ...words };
  }

  /** A link that opens an account stays long: a shortener keeps what it is given, and this must be kept nowhere. */
  private async linkTo({ path, isSecret }: ClaimedDelivery['letter']): Promise<string> {
    const url = `${this.config.publicUrl}${path}`;
    return isSecret ? url : this.shortLinks.shorten(url);
  }
}
