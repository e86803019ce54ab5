// Only the issuer's word ends a sign-in: an hour's work must outlast a minute without the network.
import { ErrorResponse, ErrorTimeout } from 'oidc-client-ts'
import { expect, test } from 'vitest'
import { isSignedOut } from '../../admin/app/renewal.ts'

test.each([
  ['the refresh token was revoked', new ErrorResponse({ error: 'invalid_grant' }), true],
  ['the program is unknown', new ErrorResponse({ error: 'invalid_client' }), true],
  ['the issuer is troubled', new ErrorResponse({ error: 'server_error' }), false],
  ['the issuer is busy', new ErrorResponse({ error: 'temporarily_unavailable' }), false],
  ['nobody answers', new TypeError('Failed to fetch'), false],
  ['the answer is late', new ErrorTimeout('late'), false],
  ['a proxy answers instead', new Error('Bad Gateway (502)'), false],
])('%s', (_how, problem, isOut) => {
  expect(isSignedOut(problem)).toBe(isOut)
})
