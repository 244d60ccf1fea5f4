import { NotFound, defineCommand, defineQuery } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { IsInt, IsString } from 'class-validator';
import { PersonExportView } from './person-export.view';

/** Nothing is to be said: it is of the caller. */
export class PersonExportRequest {}

/** An export of the caller's own. */
export class OwnPersonExportRequest {
  @IsId()
  exportId: string;
}

/** Where the file of an export lies in storage. */
export class PersonExportFileView {
  @IsString()
  storageKey: string;

  @IsInt()
  bytes: number;
}

/** Begins to gather everything that is kept of the caller; while that goes on, asking again changes nothing. */
export const RequestPersonExport = defineCommand<PersonExportRequest, PersonExportView>({
  topic: 'auth.request-person-export',
  request: PersonExportRequest,
  reply: PersonExportView,
});

/** How far the caller's export is. */
export const GetPersonExport = defineQuery<OwnPersonExportRequest, PersonExportView>({
  topic: 'auth.get-person-export',
  request: OwnPersonExportRequest,
  reply: PersonExportView,
  problems: [NotFound],
});

/** The file of the caller's export, once it is ready. */
export const OpenPersonExport = defineQuery<OwnPersonExportRequest, PersonExportFileView>({
  topic: 'auth.open-person-export',
  request: OwnPersonExportRequest,
  reply: PersonExportFileView,
  problems: [NotFound],
});
