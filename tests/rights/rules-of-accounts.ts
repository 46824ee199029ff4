import { only, type Line, type Lines } from './line.ts'
import { serves } from './words.ts'

const anybody = (says: string): Line => only('nothing', says, () => true, 'admitted')
const ownAccount = (says: string): Line => only('nothing', says, () => true, 'admitted')
const administrator = (says: string): Line => only('nothing', says, (who) => serves(who, 'administrator'), 'admitted')

/** Signing in and accounts. Whoever has no account yet may use what leads to one; an own account is everybody's own. */
export const rulesOfAccounts: Lines = {
  'accounts.session': anybody('Anybody asks who is signed in.'),
  'accounts.signIn': anybody('Anybody signs in.'),
  'accounts.giveSecondFactor': anybody('Anybody in the middle of signing in gives the second factor.'),
  'accounts.askPasskey': anybody('Anybody asks to sign in with a passkey.'),
  'accounts.signInWithPasskey': anybody('Anybody signs in with a passkey.'),
  'accounts.signInElsewhere': anybody('Anybody goes to the other sign-in.'),
  'accounts.comeBack': anybody('Anybody comes back from it.'),
  'accounts.setUp': anybody('Anybody sets up an empty installation, once.'),
  'accounts.loadSample': anybody('Anybody loads the sample into an empty installation.'),
  'accounts.lookAtInvitation': anybody('Whoever has the link looks at the invitation.'),
  'accounts.acceptInvitation': anybody('Whoever has the link accepts the invitation.'),
  'accounts.signOut': ownAccount('Whoever is signed in signs out.'),
  'accounts.security': ownAccount('Everybody sees how their own account is guarded.'),
  'accounts.prove': ownAccount('Everybody proves who they are again.'),
  'accounts.changePassword': ownAccount('Everybody changes their own password.'),
  'accounts.startTotp': ownAccount('Everybody adds an authenticator to their own account.'),
  'accounts.confirmTotp': ownAccount('Everybody confirms their own authenticator.'),
  'accounts.removeTotp': ownAccount('Everybody removes their own authenticator.'),
  'accounts.renewRecoveryCodes': ownAccount('Everybody renews their own recovery codes.'),
  'accounts.startPasskey': ownAccount('Everybody begins a passkey of their own.'),
  'accounts.addPasskey': ownAccount('Everybody adds a passkey of their own.'),
  'accounts.removePasskey': ownAccount('Everybody removes a passkey of their own.'),
  'accounts.endSession': ownAccount('Everybody ends sessions of their own.'),
  'accounts.endOtherSessions': ownAccount('Everybody ends their own other sessions.'),
  'accounts.listApprovals': ownAccount('Everybody sees their own requests, and those they may approve.'),
  'accounts.settleApproval': ownAccount('The second person settles a request; it is judged by the request, not by the route.'),
  'accounts.getPolicy': administrator('Administrators see how strictly accounts are guarded.'),
  'accounts.setPolicy': administrator('Administrators set how strictly accounts are guarded.'),
  'accounts.listLogins': administrator('Administrators list accounts.'),
  'accounts.openLogins': administrator('Administrators open accounts.'),
  'accounts.invite': administrator('Administrators invite people.'),
  'accounts.revokeInvitation': administrator('Administrators revoke invitations.'),
  'accounts.resetLogin': administrator('Administrators reset a password.'),
  'accounts.listGivenRoles': administrator('Administrators list the roles given over what they administer.'),
  'accounts.giveRole': administrator('Administrators give roles over what they administer.'),
  'accounts.endRole': administrator('Administrators end roles given over what they administer.'),
  'accounts.removeSecondFactors': administrator('Administrators remove a lost second factor.'),
}
