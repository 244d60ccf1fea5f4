import { type Page, defineQuery } from '@bookable/kernel';
import { PageRequest } from '@bookable/wire';
import { LinkView } from './link.view';

/** Which page of the caller's own links. */
export class FindLinksRequest extends PageRequest {}

/** The links of the caller's own, newest first; those that have expired are among them, those that were removed are not. */
export const FindLinks = defineQuery<FindLinksRequest, Page<LinkView>>({ topic: 'url-shortener.find-links', request: FindLinksRequest, reply: LinkView, answers: 'page' });
