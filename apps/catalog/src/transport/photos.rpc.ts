import * as contracts from '@bookable/contracts-catalog';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { AddPhotos } from '../application/add-photos';
import { OrderPhotos } from '../application/order-photos';
import { RemovePhoto } from '../application/remove-photo';

@Controller()
export class PhotosRpc {
  constructor(
    private readonly addPhotos: AddPhotos,
    private readonly orderPhotos: OrderPhotos,
    private readonly removePhoto: RemovePhoto,
  ) {}

  @Handles(contracts.AddPhotos)
  add(request: contracts.AddPhotosRequest, context: MessageContext) {
    return this.addPhotos.execute(request, context);
  }

  @Handles(contracts.OrderPhotos)
  order(request: contracts.OrderPhotosRequest, context: MessageContext) {
    return this.orderPhotos.execute(request, context);
  }

  @Handles(contracts.RemovePhoto)
  remove(request: contracts.RemovePhotoRequest, context: MessageContext) {
    return this.removePhoto.execute(request, context);
  }
}
