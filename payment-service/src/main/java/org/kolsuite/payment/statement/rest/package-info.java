/** Statements over REST. */
@NullMarked
package org.kolsuite.payment.statement.rest;

import org.jspecify.annotations.NullMarked;
