/**
 * What the services of KOL Suite say to each other: event records, {@link org.kolsuite.contracts.money.Money}, ids and
 * rejections. Plain Java without a framework, so that a rule, a test and a consumer in another language's code generator
 * can all start from here. The JSON Schemas under {@code src/main/resources/schemas} are generated from these records.
 */
@NullMarked
package org.kolsuite.contracts;

import org.jspecify.annotations.NullMarked;
