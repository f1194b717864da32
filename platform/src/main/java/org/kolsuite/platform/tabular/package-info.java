/**
 * Tables that people upload and download. {@link org.kolsuite.platform.tabular.TabularFile} opens a CSV or XLSX file by
 * its content, finds the header and streams the rows with their lines; {@link
 * org.kolsuite.platform.tabular.CellReader} reads cells exactly and names what it can't read by line and column; {@link
 * org.kolsuite.platform.tabular.HeaderMapping} guesses which column holds which field; {@link
 * org.kolsuite.platform.tabular.TableWriter} writes exports that no spreadsheet runs as formulas.
 *
 * <p>Plain Java without injection, blocking: call it from a worker or a virtual thread. The CSV reader is our own, because
 * one broken line must cost that line only and be named exactly; a general parser gives up at the first one.
 */
@NullMarked
package org.kolsuite.platform.tabular;

import org.jspecify.annotations.NullMarked;
