/**
 * Which service answers: the first path segment decides, the call goes on with the caller's token and the gateway's own
 * headers, streamed in both directions.
 */
@NullMarked
package org.kolsuite.gateway.routing;

import org.jspecify.annotations.NullMarked;
