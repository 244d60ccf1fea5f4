import * as contracts from '@bookable/contracts-auth';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { ChangeAvatar } from '../application/change-avatar';
import { DeleteUser } from '../application/delete-user';
import { GetOwnUser } from '../application/get-own-user';
import { GetProfile } from '../application/get-profile';
import { GetUserFacts } from '../application/get-user-facts';
import { RegisterUser } from '../application/register-user';
import { UpdateUser } from '../application/update-user';

/** Answers about accounts. */
@Controller()
export class UsersRpc {
  constructor(
    private readonly registerUser: RegisterUser,
    private readonly getOwnUser: GetOwnUser,
    private readonly getProfile: GetProfile,
    private readonly getUserFacts: GetUserFacts,
    private readonly updateUser: UpdateUser,
    private readonly changeAvatar: ChangeAvatar,
    private readonly deleteUser: DeleteUser,
  ) {}

  @Handles(contracts.RegisterUser)
  register(request: contracts.RegisterUserRequest, context: MessageContext): Promise<contracts.SignedInView> {
    return this.registerUser.execute(request, context);
  }

  @Handles(contracts.GetOwnUser)
  own(request: contracts.GetOwnUserRequest, context: MessageContext): Promise<contracts.UserView> {
    return this.getOwnUser.execute(request, context);
  }

  @Handles(contracts.GetProfile)
  profile(request: contracts.GetProfileRequest): Promise<contracts.ProfileView> {
    return this.getProfile.execute(request);
  }

  @Handles(contracts.GetUserFacts)
  facts(request: contracts.GetUserFactsRequest): Promise<contracts.UserFacts> {
    return this.getUserFacts.execute(request);
  }

  @Handles(contracts.UpdateUser)
  update(request: contracts.UpdateUserRequest, context: MessageContext): Promise<contracts.UserView> {
    return this.updateUser.execute(request, context);
  }

  @Handles(contracts.ChangeAvatar)
  avatar(request: contracts.ChangeAvatarRequest, context: MessageContext): Promise<contracts.UserView> {
    return this.changeAvatar.execute(request, context);
  }

  @Handles(contracts.DeleteUser)
  delete(request: contracts.DeleteUserRequest, context: MessageContext): Promise<void> {
    return this.deleteUser.execute(request, context);
  }
}
