/**
 * Imports of files as jobs, the same for metrics and orders:
 *
 * <ol>
 *   <li>a file is accepted with its mapping, stored beside the job in one transaction, and answered with 202;
 *   <li>a worker on any replica takes the job for a while, reads every line, and keeps what is wrong line by line;
 *   <li>good lines go in batch by batch, each batch in one transaction with the job's progress, so that a worker that dies
 *       leaves a job which the next one goes on with; facts that are there already are not added twice;
 *   <li>if the person wanted all lines or none, one bad line refuses the file before anything is written, and the lines go
 *       in as one transaction.
 * </ol>
 */
@NullMarked
package org.kolsuite.reporting.imports;

import org.jspecify.annotations.NullMarked;
