/**
 * Imports of files as jobs, the same for metrics and orders:
 *
 * <ol>
 *   <li>a file is accepted with its mapping, stored beside the job in one transaction, and answered with 202;
 *   <li>a worker on any replica takes the job for a while, reads the file to its end, and keeps what is wrong line by line: a file that
 *       is damaged in its last line is refused with nothing of it stored;
 *   <li>it is read once more, and the good lines go in part by part, each part in one transaction with the job's progress, so that a
 *       worker that dies leaves a job which the next one goes on with; facts that are there already are not added twice;
 *   <li>if the person wanted all lines or none, one bad line refuses the file before anything is written, and the lines go
 *       in as one transaction.
 * </ol>
 *
 * A worker has two files in hand, so that a short one does not wait behind a long one. However long the file, a part of it is in memory, and the one that is read meanwhile.
 */
@NullMarked
package org.kolsuite.reporting.imports;

import org.jspecify.annotations.NullMarked;
