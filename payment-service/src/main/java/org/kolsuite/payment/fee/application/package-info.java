/** What is done to fees: opened by agreements, entered, imported, requested, approved, rejected. */
@NullMarked
package org.kolsuite.payment.fee.application;

import org.jspecify.annotations.NullMarked;
