import { Forbidden, type Page, defineCommand, defineQuery } from '@bookable/kernel';
import { IsId, IsInstant, IsText, PageRequest } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, ValidateNested } from 'class-validator';

/** What an offer says in one language, in plain text. */
export class OfferWords {
  @IsText(1, 120)
  subject: string;

  @IsText(1, 5_000)
  text: string;
}

/** An offer in both languages, so that everybody reads it in theirs. */
export class SendSpecialOfferRequest {
  @ValidateNested() @Type(() => OfferWords)
  en: OfferWords;

  @ValidateNested() @Type(() => OfferWords)
  ru: OfferWords;
}

/** How far an offer has come. */
export class SpecialOfferView {
  @IsId()
  id: string;

  /** Its subject in English. */
  @IsText(1, 120)
  subject: string;

  /** To how many people it was sent so far. */
  @IsInt()
  sentTo: number;

  @IsInstant()
  createdAt: string;

  /** When the last of them was told; null while it goes on. */
  @IsOptional() @IsInstant()
  endedAt: string | null;
}

/** Nothing to say beside the page. */
export class FindSpecialOffersRequest extends PageRequest {}

/** Mails an offer to everybody who agreed to such mails and has confirmed their address, once; for administrators. */
export const SendSpecialOffer = defineCommand<SendSpecialOfferRequest, SpecialOfferView>({
  topic: 'notification.send-special-offer',
  request: SendSpecialOfferRequest,
  reply: SpecialOfferView,
  problems: [Forbidden],
});

/** The offers, newest first; for administrators. */
export const FindSpecialOffers = defineQuery<FindSpecialOffersRequest, Page<SpecialOfferView>>({
  topic: 'notification.find-special-offers',
  request: FindSpecialOffersRequest,
  reply: SpecialOfferView,
  answers: 'page',
  problems: [Forbidden],
});
