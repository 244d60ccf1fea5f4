import { defineCommand, Forbidden } from '@bookable/kernel';
import { IsId } from '@bookable/wire';

/** The caller's own account. */
export class DeleteUserRequest {
  @IsId()
  userId: string;
}

/** Erases the account and its personal data, and ends its sessions. */
export const DeleteUser = defineCommand<DeleteUserRequest>({ topic: 'auth.delete-user', request: DeleteUserRequest, problems: [Forbidden] });
