// What it means when a token could not be renewed.
import { ErrorResponse } from 'oidc-client-ts'

/** Whether the issuer said that the sign-in is over, and did not merely fail to answer. */
export const isSignedOut = (problem: unknown): boolean =>
  problem instanceof ErrorResponse && problem.error !== 'server_error' && problem.error !== 'temporarily_unavailable'
