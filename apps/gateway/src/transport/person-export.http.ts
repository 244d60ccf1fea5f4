import { GetPersonExport, OpenPersonExport, type OwnPersonExportRequest, type PersonExportRequest, RequestPersonExport } from '@bookable/contracts-auth';
import { DomainError, NotFound } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import { Storage } from '@bookable/platform-storage';
import { Controller, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Route } from '../http/route';

const names = { id: 'exportId' };
const ARCHIVE = 'application/zip';

/** Everything that is kept of the caller, in one file. */
@Controller()
export class PersonExportHttp {
  constructor(
    private readonly bus: Bus,
    private readonly storage: Storage,
  ) {}

  @Route('POST', '/api/me/export', RequestPersonExport, { says: 'Begins to gather everything that is kept of the caller.', access: 'signed-in', status: 202 })
  request(asked: PersonExportRequest): Promise<Buffer> {
    return this.bus.forward(RequestPersonExport, asked);
  }

  @Route('GET', '/api/me/export/:id', GetPersonExport, { says: "How far an export of the caller's is.", access: 'owner', names })
  show(asked: OwnPersonExportRequest): Promise<Buffer> {
    return this.bus.forward(GetPersonExport, asked);
  }

  @Route('GET', '/api/me/export/:id/file', OpenPersonExport, { says: "The caller's export as a ZIP, for a week after it became ready.", access: 'owner', names, asFile: [ARCHIVE] })
  async open(asked: OwnPersonExportRequest, _request: FastifyRequest, reply: FastifyReply): Promise<StreamableFile> {
    const { storageKey, bytes } = await this.bus.request(OpenPersonExport, asked);
    const file = await this.storage.get(storageKey);
    if (!file) throw new DomainError(NotFound);
    void reply.type(ARCHIVE).headers({ 'cache-control': 'no-store', 'content-disposition': 'attachment; filename="bookable-personal-data.zip"', 'content-length': bytes });
    return new StreamableFile(file.stream);
  }
}
