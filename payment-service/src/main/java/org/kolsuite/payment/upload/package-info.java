/** Files that people upload and that are worked on in the background: kept, claimed, counted, with their issues by line. */
@NullMarked
package org.kolsuite.payment.upload;

import org.jspecify.annotations.NullMarked;
