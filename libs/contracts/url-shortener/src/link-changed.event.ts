import { defineEvent } from '@bookable/kernel';
import { IsInt, IsString } from 'class-validator';

/** Which link leads elsewhere now, or nowhere. */
export class LinkFacts {
  @IsString()
  code: string;

  @IsInt()
  version: number;
}

/** Whoever remembers where a link leads is to ask again. */
export const LinkChanged = defineEvent<LinkFacts>({ topic: 'url-shortener.link.changed', payload: LinkFacts, aggregateId: ({ code }) => code });
