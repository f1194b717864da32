@NullMarked
package org.kolsuite.campaign;

import org.jspecify.annotations.NullMarked;
