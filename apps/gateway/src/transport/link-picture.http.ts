import { DomainError, NotFound } from '@bookable/kernel';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { GatewayConfig } from '../config';
import { LimitedAs } from '../http/limited-as';
import { PICTURE_TYPES, type PictureForm, pictureOf } from '../links/link-picture';
import { CODE, ShortLinks } from '../links/short-links';

const AN_HOUR_SECONDS = 3_600;

/** Short links as QR codes, for whoever prints them. A picture says the short link, which stays as it is wherever that leads. */
@Controller()
export class LinkPictureHttp {
  constructor(
    private readonly links: ShortLinks,
    private readonly config: GatewayConfig,
  ) {}

  @Get('/s/:code/qr.png') @LimitedAs('public')
  showPng(@Param('code') code: string, @Res() reply: FastifyReply): Promise<void> {
    return this.show(code, 'png', reply);
  }

  @Get('/s/:code/qr.svg') @LimitedAs('public')
  showSvg(@Param('code') code: string, @Res() reply: FastifyReply): Promise<void> {
    return this.show(code, 'svg', reply);
  }

  /** Refused as the link itself is where there is none, or its time is over. Looking at a picture is no click. */
  private async show(code: string, form: PictureForm, reply: FastifyReply): Promise<void> {
    if (!CODE.test(code)) throw new DomainError(NotFound);
    await this.links.resolve(code);
    const picture = await pictureOf(`${this.config.address}/s/${code}`, form);
    await reply.header('cache-control', `public, max-age=${AN_HOUR_SECONDS}`).type(PICTURE_TYPES[form]).send(picture);
  }
}
