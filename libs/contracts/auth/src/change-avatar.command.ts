import { defineCommand, Forbidden } from '@bookable/kernel';
import { IsId, IsText } from '@bookable/wire';
import { UserView } from './user.view';

/** An upload the gateway has put into storage under `incoming/`. */
export class ChangeAvatarRequest {
  @IsId()
  userId: string;

  @IsText(1, 300)
  uploadKey: string;
}

/** Makes the picture the caller's avatar, re-encoded and without its metadata. */
export const ChangeAvatar = defineCommand<ChangeAvatarRequest, UserView>({
  topic: 'auth.change-avatar',
  request: ChangeAvatarRequest,
  reply: UserView,
  problems: [Forbidden],
});
