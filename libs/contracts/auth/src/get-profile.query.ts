import { defineQuery, NotFound } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { ProfileView } from './profile.view';

/** Somebody's public face. */
export class GetProfileRequest {
  @IsId()
  userId: string;
}

/** What everybody may see of a person. */
export const GetProfile = defineQuery<GetProfileRequest, ProfileView>({
  topic: 'auth.get-profile',
  request: GetProfileRequest,
  reply: ProfileView,
  problems: [NotFound],
});
