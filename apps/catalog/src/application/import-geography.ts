import type { GeographyView, ImportDistrictsRequest, ImportStationsRequest, SettleGeographyRequest } from '@bookable/contracts-catalog';
import { AUDITED } from '@bookable/contracts-operations';
import { DomainError, Forbidden, Malformed } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { faultOfBorder } from '../domain/area-on-grid';
import { GeographyStore } from '../persistence/geography.store';
import { signedIn } from './signed-in';

/** An administrator takes over where stations are and districts lie; the same again changes nothing. */
@Injectable()
export class ImportGeography {
  constructor(
    private readonly database: Database,
    private readonly geography: GeographyStore,
  ) {}

  stations({ source, stations }: ImportStationsRequest, context: MessageContext): Promise<void> {
    administratorsOnly(context);
    refuseTwice('stations', stations);
    return this.database.transaction((tx) => {
      tx.audit({ action: AUDITED.geographyImported, as: 'admin', facts: { source, stations: stations.length } });
      return this.geography.keepStations(tx, source, stations);
    });
  }

  districts({ source, districts }: ImportDistrictsRequest, context: MessageContext): Promise<void> {
    administratorsOnly(context);
    refuseTwice('districts', districts);
    refuseUnsound(districts);
    return this.database.transaction((tx) => {
      tx.audit({ action: AUDITED.geographyImported, as: 'admin', facts: { source, districts: districts.length } });
      return this.geography.keepDistricts(tx, source, districts);
    });
  }

  /** Forgets what the source no longer knows; the placing of listings begins anew with the commit. */
  settle({ source, stationIds, districtIds }: SettleGeographyRequest, context: MessageContext): Promise<GeographyView> {
    administratorsOnly(context);
    return this.database.transaction(async (tx) => {
      if (stationIds) await this.geography.keepOnlyStations(tx, source, stationIds);
      if (districtIds) await this.geography.keepOnlyDistricts(tx, source, districtIds);
      await this.geography.placeAllAnew(tx);
      tx.audit({ action: AUDITED.geographyImported, as: 'admin', facts: { source, settled: true } });
      return this.geography.known(tx);
    });
  }

  read(context: MessageContext): Promise<GeographyView> {
    administratorsOnly(context);
    return this.geography.known();
  }
}

function administratorsOnly(context: MessageContext): void {
  if (!signedIn(context).roles.includes('admin')) throw new DomainError(Forbidden, 'Administrators only.');
}

/** One statement cannot write a row twice, and nobody could tell which of the two is meant. */
function refuseTwice(list: string, told: readonly { readonly externalId: string }[]): void {
  const errors = told.flatMap(({ externalId }, index) =>
    told.findIndex((other) => other.externalId === externalId) < index ? [{ path: `${list}.${index}.externalId`, message: 'is there twice' }] : []);
  if (errors.length > 0) throw new DomainError(Malformed, 'Something is told of twice.', { errors });
}

/** Every district that nobody could say for sure what lies in, by its name. */
function refuseUnsound(districts: ImportDistrictsRequest['districts']): void {
  const errors = districts.flatMap(({ name, area }, index) => {
    const fault = faultOfBorder(area);
    return fault === undefined ? [] : [{ path: `districts.${index}.area`, message: `of ${name.ru} ${fault}` }];
  });
  if (errors.length > 0) throw new DomainError(Malformed, 'The borders of some districts are not sound.', { errors });
}
