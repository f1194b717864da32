/** Orders, their imports and templates over HTTP. */
@NullMarked
package org.kolsuite.reporting.orders.rest;

import org.jspecify.annotations.NullMarked;
