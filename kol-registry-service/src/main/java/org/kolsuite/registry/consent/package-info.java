/** For what purpose a KOL's personal data may be used (PIPL). */
@NullMarked
package org.kolsuite.registry.consent;

import org.jspecify.annotations.NullMarked;
