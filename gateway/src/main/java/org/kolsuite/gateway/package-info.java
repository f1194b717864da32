/**
 * The front door of KOL Suite: who comes in, where the call goes, how much is too much, and the web front end.
 *
 * <p>A call passes the packages in this order: {@code hygiene} (a request that could be read in two ways ends here),
 * {@code limits} (size and rate), {@code session} (who is it: session cookie or bearer token), {@code routing} (which
 * service answers), and, for whatever is not an API, {@code spa}. {@code status} tells which part of the suite is down.
 * No business rule lives here, and no database or broker either.
 */
@NullMarked
package org.kolsuite.gateway;

import org.jspecify.annotations.NullMarked;
