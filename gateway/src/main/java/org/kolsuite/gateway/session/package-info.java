/**
 * Who is it: a person with a session cookie, a program with a bearer token, or nobody.
 *
 * <p>Tokens live in an encrypted cookie that no script can read; the access token is taken out here and only services see it.
 */
@NullMarked
package org.kolsuite.gateway.session;

import org.jspecify.annotations.NullMarked;
