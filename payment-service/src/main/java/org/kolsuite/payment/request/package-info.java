/** What every request body is checked for before a use case sees it. */
@NullMarked
package org.kolsuite.payment.request;

import org.jspecify.annotations.NullMarked;
