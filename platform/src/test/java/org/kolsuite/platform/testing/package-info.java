/** What the tests of every service share: real input, and the sweeps that prove a rule over all of a service. */
@NullMarked
package org.kolsuite.platform.testing;

import org.jspecify.annotations.NullMarked;
