/** Rate cards: what an account asks for a format in a month. Prices follow one another and are never edited. */
@NullMarked
package org.kolsuite.registry.ratecard;

import org.jspecify.annotations.NullMarked;
